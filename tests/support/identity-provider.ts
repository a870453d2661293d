import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration, type JWK } from 'oidc-provider'

/** A person whom the provider knows. `acr`: how she signs in there. */
export type Known = { email?: string; email_verified?: unknown; acr?: string }
export type Client = { redirectUris: readonly string[]; backTo?: readonly string[] }

export const CLIENT_ID = 'formation'
export const CLIENT_SECRET = 'a secret of the client, for the tests alone'

/** A real OpenID provider, on this machine. Whoever visits it is signed in as the person that `visit` names. */
export async function identityProvider({ redirectUris, backTo = [] }: Client) {
  const people = new Map<string, Known>()
  let handle = (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const open = (key: JWK) => {
    const provider = new Provider(issuer, configurationOf({ redirectUris, backTo }, people, key))
    provider.proxy = false
    const answer = provider.callback()
    handle = (request, response) => {
      if (request.url?.startsWith('/interaction/')) void signInAs(provider, people, request, response)
      else void answer(request, response)
    }
  }
  open(FIRST_KEY)
  return {
    issuer,
    host: `127.0.0.1:${port}`,
    people,
    /** From now on it signs with another key, and the former one is gone. */
    changeKey: () => open(newKey()),
    visit: (url: string, subject: string) => visit(url, subject),
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** The header in which a browser of the tests says whom the provider is to sign in. */
export const WHO = 'x-who'
/** Somebody who does not want to sign in. */
export const NOBODY = 'nobody'

function configurationOf(
  { redirectUris, backTo = [] }: Client,
  people: ReadonlyMap<string, Known>,
  key: JWK,
): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...backTo],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub', 'acr', 'auth_time'], email: ['email', 'email_verified'], profile: [] },
    acrValues: ['mfa', 'pwd'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => {
      const { acr: _acr, ...claims } = people.get(accountId) ?? {}
      // A claim may be of a wrong type on purpose.
      return { accountId, claims: () => ({ sub: accountId, ...(claims as { email?: string }) }) }
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: CLIENT_ID, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

async function signInAs(
  provider: Provider,
  people: ReadonlyMap<string, Known>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const who = String(request.headers[WHO])
  const acr = people.get(who)?.acr
  const login = { accountId: who, ...(acr && { acr }) }
  const result = who === NOBODY ? { error: 'access_denied', error_description: 'she went away' } : { login }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

const FIRST_KEY = newKey()

function newKey(): JWK {
  const { privateKey }: { privateKey: KeyObject } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' } as JWK
}

const STEPS = 10

/** Goes through the pages of a provider as a browser does. @returns the first address that is not of the provider */
async function visit(start: string, subject: string): Promise<URL> {
  const { origin } = new URL(start)
  const jar = new Map<string, string>()
  let url = new URL(start)
  for (let step = 0; step < STEPS; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie, [WHO]: subject } })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`)
    url = new URL(to, url)
    if (url.origin !== origin) return url
  }
  throw new Error('the provider does not send her back')
}
