import 'server-only'
import * as oidc from 'openid-client'
import { memoize } from '@/domain/memoize'
import { isNamedHost } from '@/domain/outbound'
import type { StatedAddress } from '@/domain/sign-on/address'
import type { StatedProof } from '@/domain/sign-on/proved-at'
import { isSecure } from '@/domain/sign-on/provider'
import type { ProviderRow } from '../db/sign-on/sign-on-providers'
import { env } from '../env'
import { type Net, openNet } from '../outbound/send'
import { awayIf, ProviderError, refusalOf } from './provider-error'
import { fetchWithin } from './provider-fetch'
import { openSecret } from './secret'

/** The provider of an institution, with its metadata. */
export type Provider = { institutionId: string; config: oidc.Configuration; net: Net }

/** Signatures that only the provider can make. `none`, and those made with the client's secret, are not among them. */
const SIGNATURES = ['RS256', 'PS256', 'ES256']
const CLOCK_TOLERANCE_SECONDS = 60
const DISCOVERED_FOR_MS = 5 * 60_000
/**
 * The `max_age` for a provider that must ask her to sign in again, so that it states when she did. Some providers count
 * the time for a second factor against it and let the ID token expire with it, so 0 would refuse people there.
 */
const MAX_AGE_SECONDS = 600

/**
 * Loads the metadata of a provider, which is cached for at most five minutes. Its keys are loaded at each sign-on, so
 * that a provider that changes its key is never refused because of an old one.
 *
 * @throws {ProviderError}
 */
export async function openProvider(row: ProviderRow, now: Date): Promise<Provider> {
  const secret = await openSecret(row.sealed, row.institutionId)
  if (secret === null) throw new ProviderError('away', 'secret-unreadable')
  const net = openNet(namedFor(row.issuer))
  const server = await discoverOnce(row, net, Math.floor(now.getTime() / DISCOVERED_FOR_MS))
  const signatures = signaturesOf(server)
  const client = { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS, client_secret: secret }
  const config = new oidc.Configuration(
    { ...server, id_token_signing_alg_values_supported: signatures },
    row.clientId,
    client,
    authenticationAt(server, secret),
  )
  prepare(config, row.issuer, net)
  return { institutionId: row.institutionId, config, net }
}

/** The provider's own host, if the settings name it: only there may its metadata name addresses that are not public. */
function namedFor(issuer: string): string[] {
  return env().signOnHosts.filter((host) => isNamedHost(new URL(issuer), [host]))
}

const discoverOnce = memoize(discover, {
  key: ({ institutionId, issuer, clientId, savedAt }, _, period) =>
    JSON.stringify([institutionId, issuer, clientId, savedAt, period]),
  limit: 200,
})

async function discover(
  { issuer, clientId }: ProviderRow,
  net: Net,
  // Only a part of the cache key.
  _period: number,
): Promise<oidc.ServerMetadata> {
  const url = new URL(issuer)
  if (!isSecure(url, net.named)) throw new ProviderError('away', 'issuer-insecure')
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  const options = { execute, [oidc.customFetch]: fetchWithin(net) }
  const config = await oidc.discovery(url, clientId, undefined, oidc.None(), options).catch((error: unknown) => {
    throw new ProviderError('away', refusalOf(error).reason)
  })
  const server = config.serverMetadata()
  // Some providers state an issuer pattern for all their customers, which would also admit customers of others.
  if (server.issuer !== issuer) throw new ProviderError('away', 'another-issuer')
  return server
}

function prepare(config: oidc.Configuration, issuer: string, net: Net): void {
  config[oidc.customFetch] = fetchWithin(net)
  // Otherwise the library trusts the TLS connection and does not verify the signature of the ID token.
  oidc.enableNonRepudiationChecks(config)
  if (issuer.startsWith('http:')) oidc.allowInsecureRequests(config)
}

/** @throws {ProviderError} if the provider supports none of `SIGNATURES` */
function signaturesOf({ id_token_signing_alg_values_supported: supported = ['RS256'] }: oidc.ServerMetadata): string[] {
  const ours = supported.filter((name) => SIGNATURES.includes(name))
  if (ours.length === 0) throw new ProviderError('away', 'no-signature')
  return ours
}

/** Providers that name no method expect the secret in the header. */
function authenticationAt(server: oidc.ServerMetadata, secret: string): oidc.ClientAuth {
  const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server
  const inHeader = methods.includes('client_secret_basic') || !methods.includes('client_secret_post')
  return inHeader ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret)
}

/** The secrets of one visit. The verifier is that of PKCE. */
export type Secrets = { state: string; nonce: string; verifier: string }

export function makeSecrets(): Secrets {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
}

type Asked = Secrets & {
  redirectUri: string
  locale: string
  contexts: readonly string[]
  /** She must sign in there again: on a shared computer somebody else may still be signed in. */
  again: boolean
}

/** The address of the provider's sign-in. @throws {ProviderError} */
export async function signOnUrl({ config, net }: Provider, asked: Asked): Promise<URL> {
  const { state, nonce, verifier, redirectUri, locale, contexts, again } = asked
  const url = await awayIf(async () =>
    oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ui_locales: locale,
      ...(contexts.length > 0 && { acr_values: contexts.join(' ') }),
      ...(again && { prompt: 'login', max_age: String(MAX_AGE_SECONDS) }),
    }),
  )
  if (!isSecure(url, net.named)) throw new ProviderError('away', 'sign-in-insecure')
  return url
}

/** What the provider says of the person who came back. */
export type Identified = {
  subject: string
  proof: StatedProof
  idToken: string
  /** From the ID token or, if it has no address, from the provider's userinfo endpoint. */
  address: () => Promise<StatedAddress>
}

/**
 * Exchanges the code in the callback address for tokens, and checks them.
 *
 * @param url the callback address, with the parameters of the provider.
 * @param within the most seconds since she signed in there, a time that the provider must then state; null for no
 * limit. @throws {ProviderError}
 */
export async function identify(
  { config }: Provider,
  url: URL,
  { state, nonce, verifier }: Secrets,
  within: number | null,
): Promise<Identified> {
  const fresh = within === null ? {} : { maxAge: within }
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, ...fresh }
  const tokens = await oidc.authorizationCodeGrant(config, url, checks).catch((error: unknown) => {
    throw refusalOf(error)
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) throw new ProviderError('refused', 'no-id-token')
  const { sub: subject, acr, auth_time, email, email_verified: verified } = claims
  const address = async () =>
    email === undefined ? await askAddress(config, tokens.access_token, subject) : { email, verified }
  return { subject, proof: { acr, auth_time }, idToken: tokens.id_token, address }
}

async function askAddress(config: oidc.Configuration, accessToken: string, subject: string): Promise<StatedAddress> {
  if (!config.serverMetadata().userinfo_endpoint) return { email: undefined, verified: undefined }
  const { email, email_verified: verified } = await oidc
    .fetchUserInfo(config, accessToken, subject)
    .catch((error: unknown) => {
      throw refusalOf(error)
    })
  return { email, verified }
}

/** The page on which she signs out at the provider; null if it offers none. @param idToken null if it was not kept */
export function signOutUrl({ config, net }: Provider, idToken: string | null, backTo: string): URL | null {
  const { end_session_endpoint: page } = config.serverMetadata()
  // The library throws on any other page.
  if (page === undefined || !URL.canParse(page) || !isSecure(new URL(page), net.named)) return null
  const parameters = { post_logout_redirect_uri: backTo, ...(idToken !== null && { id_token_hint: idToken }) }
  return oidc.buildEndSessionUrl(config, parameters)
}
