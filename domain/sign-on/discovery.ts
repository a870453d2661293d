import { z } from 'zod'
import { isSecure } from './provider'

/**
 * The result of fetching a provider's description, each with its sentence in i18n/messages/*.json under
 * `signOnSettings.tried`: all is well; the answer has another status or is a redirect; it is no description; it
 * names another issuer, an endpoint that may not be used, or no accepted signature; or nothing was received.
 */
export const TRY_RESULTS = [
  'fine',
  'status',
  'redirect',
  'json',
  'issuer',
  'endpoints',
  'signatures',
  'timeout',
  'dns',
  'address',
  'own',
  'tls',
  'connection',
  'size',
] as const
export type TryResult = (typeof TRY_RESULTS)[number]

/** Where a provider describes itself. A slash at the end of the issuer counts once (OpenID Connect Discovery 1.0, 4.1). */
export function discoveryAddress(issuer: string): URL {
  return new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
}

const endpoint = z.url().transform((text) => new URL(text))
const issuerSchema = z.object({ issuer: z.string() })
/** Signatures that only the provider can make: not those with the client's secret, and not `none`. */
const SIGNATURES = ['RS256', 'PS256', 'ES256']
const signaturesSchema = z.object({ id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']) })
const endpointsSchema = z.object({ authorization_endpoint: endpoint, token_endpoint: endpoint, jwks_uri: endpoint })

/**
 * Reads the description of a provider. @param named the hosts that the settings name. @returns its endpoints, or what
 * is wrong with it
 */
export function readDiscovery(
  body: string,
  issuer: string,
  named: readonly string[],
): { endpoints: readonly URL[] } | 'json' | 'issuer' | 'endpoints' | 'signatures' {
  const content = parsed(body)
  const described = issuerSchema.safeParse(content)
  if (!described.success) return 'json'
  if (described.data.issuer !== issuer) return 'issuer'
  const read = endpointsSchema.safeParse(content)
  const endpoints = read.success ? Object.values(read.data) : []
  if (endpoints.length === 0 || !endpoints.every((url) => isSecure(url, named))) return 'endpoints'
  return signs(content) ? { endpoints } : 'signatures'
}

function signs(content: unknown): boolean {
  const read = signaturesSchema.safeParse(content)
  return read.success && read.data.id_token_signing_alg_values_supported.some((name) => SIGNATURES.includes(name))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
