import { describe, expect, it } from 'vitest'
import { readProvider } from './provider'

const typed = { issuer: 'https://sso.ecole.ma/realms/ecole', clientId: 'formation', clientSecret: 's3cret' }
const withIssuer = (issuer: string, named: string[] = []) => readProvider({ ...typed, issuer }, named)

describe('the issuer of a provider', () => {
  it.each([
    'https://sso.ecole.ma/realms/ecole',
    'https://ecole.eu.auth0.com/',
    'https://sso.ecole.ma:8443',
    'https://login.microsoftonline.com/9f1c/v2.0',
    // Issuers are compared character by character, so upper and lower case are kept.
    'https://SSO.ecole.ma/Realms/École'.replace('É', '%C3%89'),
  ])('is kept as it was typed: %s', (issuer) => {
    expect(withIssuer(issuer)).toEqual({ ...typed, issuer })
    expect(withIssuer(`  ${issuer}\n`)).toEqual({ ...typed, issuer })
  })

  it.each([
    '',
    'sso.ecole.ma',
    'http://sso.ecole.ma/',
    'ftp://sso.ecole.ma/',
    'https:sso.ecole.ma',
    'https:///sso.ecole.ma',
    'https:\\\\sso.ecole.ma/',
    'https://sso.ecole.ma/?',
    'https://sso.ecole.ma/?a=b',
    'https://sso.ecole.ma/#',
    'https://sso.ecole.ma/#a',
    'https://user@sso.ecole.ma/',
    'https://user:password@sso.ecole.ma/',
    'https://@sso.ecole.ma/',
    'https://sso.ecole.ma/a b',
    'https://sso.\tecole.ma/',
    'https://école.ma/',
    'https://',
    'https://sso.ecole.ma:99999/',
    `https://sso.ecole.ma/${'a'.repeat(500)}`,
  ])('is not %j', (issuer) => expect(withIssuer(issuer)).toEqual({ wrong: ['issuer'] }))

  it('may have http at a host that the settings name, with its port', () => {
    const issuer = 'http://sso.ecole.ma:8080/realms/ecole'
    expect(withIssuer(issuer, ['sso.ecole.ma:8080'])).toEqual({ ...typed, issuer })
    expect(withIssuer(issuer, ['sso.ecole.ma'])).toEqual({ wrong: ['issuer'] })
  })
})

describe('the client of a provider', () => {
  it('has an id and a secret without the spaces around them', () => {
    expect(readProvider({ ...typed, clientId: ' formation ', clientSecret: ' a b\n' }, [])).toEqual({
      ...typed,
      clientSecret: 'a b',
    })
  })

  it('may come without a new secret, which keeps the stored one', () => {
    expect(readProvider({ ...typed, clientSecret: ' ' }, [])).toEqual({ ...typed, clientSecret: '' })
  })

  it('fits into a request by length and characters, and every wrong field is named', () => {
    const fits = { ...typed, clientId: 'a'.repeat(200), clientSecret: 'b'.repeat(500) }
    expect(readProvider(fits, [])).toEqual(fits)
    expect(readProvider({ ...typed, clientId: '' }, [])).toEqual({ wrong: ['clientId'] })
    expect(readProvider({ issuer: 'x', clientId: 'a'.repeat(201), clientSecret: 'b'.repeat(501) }, [])).toEqual({
      wrong: ['issuer', 'clientId', 'clientSecret'],
    })
    expect(readProvider({ ...typed, clientId: 'تكوين', clientSecret: 'a\nb' }, [])).toEqual({
      wrong: ['clientId', 'clientSecret'],
    })
  })
})
