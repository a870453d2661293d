import { isNamedHost } from '../outbound'

/** In characters. */
const LIMITS = { issuer: 500, clientId: 200, clientSecret: 500 } as const
/** How many e-mail domains an institution may own. */
export const MOST_SIGN_ON_DOMAINS = 50

/** `clientSecret` is empty to keep the one that is stored. */
export type ProviderFields = { issuer: string; clientId: string; clientSecret: string }
export type ProviderField = keyof ProviderFields

// A URL parser drops tabs and line ends and reads a backslash as a slash: a stored issuer must not depend on that.
const PLAIN_ADDRESS = /^https?:\/\/(?!\/)[!-[\]-~]+$/i
/** The characters of a client id and of a secret (RFC 6749, appendix A). */
const PRINTABLE = /^[ -~]*$/

/**
 * Reads the form of a provider. The issuer is kept as it was typed, because OpenID Connect compares it character by
 * character: Keycloak's ends without a slash, Auth0's with one.
 *
 * @param named the hosts that the settings name.
 * @returns the fields, or those that are wrong
 */
export function readProvider(
  typed: ProviderFields,
  named: readonly string[],
): ProviderFields | { wrong: readonly ProviderField[] } {
  const [issuer, clientId, clientSecret] = [typed.issuer.trim(), typed.clientId.trim(), typed.clientSecret.trim()]
  const right: Record<ProviderField, boolean> = {
    issuer: isIssuer(issuer, named),
    clientId: clientId !== '' && fits('clientId', clientId),
    clientSecret: fits('clientSecret', clientSecret),
  }
  const wrong = (['issuer', 'clientId', 'clientSecret'] as const).filter((field) => !right[field])
  return wrong.length > 0 ? { wrong } : { issuer, clientId, clientSecret }
}

function fits(field: ProviderField, text: string): boolean {
  return text.length <= LIMITS[field] && PRINTABLE.test(text)
}

/** Over https, or to a host that the settings name; without a query, a fragment, a user or a password. */
function isIssuer(text: string, named: readonly string[]): boolean {
  if (text.length > LIMITS.issuer || !PLAIN_ADDRESS.test(text) || !URL.canParse(text)) return false
  return !/[?#@]/.test(text) && isSecure(new URL(text), named)
}

/** Whether requests to it are encrypted, or go to a host that the settings name. */
export function isSecure(url: URL, named: readonly string[]): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isNamedHost(url, named))
}
