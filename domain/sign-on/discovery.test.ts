import { describe, expect, it } from 'vitest'
import { discoveryAddress, readDiscovery } from './discovery'

const ISSUER = 'https://sso.ecole.ma/realms/ecole'
const described = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/auth`,
  token_endpoint: `${ISSUER}/token`,
  jwks_uri: `${ISSUER}/certs`,
}
const read = (content: unknown, named: string[] = []) => readDiscovery(JSON.stringify(content), ISSUER, named)

it.each([
  ['https://sso.ecole.ma/realms/ecole', 'https://sso.ecole.ma/realms/ecole/.well-known/openid-configuration'],
  ['https://ecole.eu.auth0.com/', 'https://ecole.eu.auth0.com/.well-known/openid-configuration'],
  ['https://sso.ecole.ma:8443', 'https://sso.ecole.ma:8443/.well-known/openid-configuration'],
])('%s describes itself at %s', (issuer, address) => expect(discoveryAddress(issuer).href).toBe(address))

describe('the description of a provider', () => {
  it('names its endpoints, and may name more', () => {
    const found = read({ ...described, scopes_supported: ['openid'] })
    expect(found).toEqual({
      endpoints: [`${ISSUER}/auth`, `${ISSUER}/token`, `${ISSUER}/certs`].map((at) => new URL(at)),
    })
  })

  it.each(['', '<!doctype html>', 'null', '[]', '"text"', '{}', '{"issuer":1}'])('is not read from %j', (body) => {
    expect(readDiscovery(body, ISSUER, [])).toBe('json')
  })

  it.each([`${ISSUER}/`, ISSUER.toUpperCase(), 'https://sso.autre.ma/realms/ecole'])(
    'is refused if it describes %s',
    (issuer) => expect(read({ ...described, issuer })).toBe('issuer'),
  )

  it('has every endpoint, over https unless the settings name its host', () => {
    const token = 'http://sso.ecole.ma:8080/token'
    for (const wrong of [undefined, 'token', '/token', 'javascript:alert(1)', token])
      expect(read({ ...described, token_endpoint: wrong })).toBe('endpoints')
    expect(read({ ...described, token_endpoint: token }, ['sso.ecole.ma:8080'])).toMatchObject({ endpoints: {} })
  })

  it('names an asymmetric signature, and means RS256 if the field is missing', () => {
    const signing = (names: unknown) => read({ ...described, id_token_signing_alg_values_supported: names })
    for (const names of [undefined, ['RS256'], ['HS256', 'ES256'], ['PS256', 'RS512']])
      expect(signing(names)).toHaveProperty('endpoints')
    for (const names of [[], ['none'], ['HS256', 'EdDSA'], 'RS256', null]) expect(signing(names)).toBe('signatures')
  })
})
