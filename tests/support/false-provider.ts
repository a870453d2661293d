import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CLIENT_ID, CLIENT_SECRET } from './identity-provider'

type Claims = Record<string, unknown>
/**
 * How it signs an ID token: with its key, with a key that it does not publish, with the client's secret, or not at all.
 */
type Signature = 'own' | 'stolen' | 'secret' | 'none'
const ALGORITHMS = { own: 'RS256', stolen: 'RS256', secret: 'HS256', none: 'none' } as const

/** What the provider does wrong. All is right by default. */
export type Faults = {
  claims?: Claims
  signature?: Signature
  /** True: the body of the ID token was changed after it was signed. */
  tampered?: boolean
  metadata?: Claims
  /** Answers that replace the right ones, by path. */
  answers?: Partial<Record<Path, (response: ServerResponse) => void>>
  userinfo?: Claims
  /** Runs during a request for tokens, before its answer. */
  meanwhile?: () => Promise<unknown>
}
const PATHS = ['/.well-known/openid-configuration', '/jwks', '/token', '/me'] as const
type Path = (typeof PATHS)[number]

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const { privateKey: stolen } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const kid = randomUUID()

/**
 * An identity provider with the faults that a test chooses, because a real one cannot be made to answer wrongly. It
 * gives an ID token for any code.
 *
 * @param person the claims about the person who signs in.
 */
export async function falseProvider(person: { sub: string; email?: string; email_verified?: unknown }) {
  const asked: string[] = []
  const state = { faults: {} as Faults, nonce: '', host: '' }
  const issuer = () => `http://${state.host}`

  const metadata = () => ({
    issuer: issuer(),
    authorization_endpoint: `${issuer()}/auth`,
    token_endpoint: `${issuer()}/token`,
    jwks_uri: `${issuer()}/jwks`,
    userinfo_endpoint: `${issuer()}/me`,
    end_session_endpoint: `${issuer()}/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    authorization_response_iss_parameter_supported: true,
    ...state.faults.metadata,
  })
  const idToken = () => {
    const now = Math.floor(Date.now() / 1000)
    const right = { iss: issuer(), aud: CLIENT_ID, iat: now, exp: now + 300, nonce: state.nonce, ...person }
    const { claims, signature = 'own', tampered = false } = state.faults
    const head = encode({ alg: ALGORITHMS[signature], kid, typ: 'JWT' })
    const body = encode({ ...right, ...claims })
    const text = `${head}.${body}`
    const signed = {
      own: () => createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url'),
      stolen: () => createSign('RSA-SHA256').update(text).sign(stolen, 'base64url'),
      secret: () => createHmac('sha256', CLIENT_SECRET).update(text).digest('base64url'),
      none: () => '',
    }[signature]()
    return `${head}.${tampered ? encode({ ...right, sub: 'somebody-else' }) : body}.${signed}`
  }
  const bodies: Record<Path, () => unknown> = {
    '/.well-known/openid-configuration': metadata,
    '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] }),
    '/token': () => ({ access_token: 'one', token_type: 'Bearer', expires_in: 60, id_token: idToken() }),
    '/me': () => ({ ...person, ...state.faults.userinfo }),
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = PATHS.find((one) => one === request.url?.split('?')[0])
    asked.push(request.url ?? '')
    if (!path) return void response.writeHead(404).end()
    const wrong = state.faults.answers?.[path]
    if (wrong) return wrong(response)
    const { meanwhile = async () => {} } = state.faults
    await (path === '/token' ? meanwhile() : null)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(bodies[path]()))
  }
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  state.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer: issuer(),
    host: state.host,
    asked,
    /** Sets its faults for all further requests. */
    err: (faults: Faults) => {
      state.faults = faults
    },
    /** Signs her in, as its page would. @returns the address to which her browser is redirected, with the code. */
    visit: (start: string): URL => {
      const { searchParams } = new URL(start)
      state.nonce = searchParams.get('nonce') ?? ''
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      const given = { code: randomUUID(), state: searchParams.get('state') ?? '', iss: issuer() }
      back.search = new URLSearchParams(given).toString()
      return back
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
