import { emailSchema } from '../person/email'

/** What a provider states about an address. */
export type StatedAddress = { email: unknown; verified: unknown }

/** A character that would end the host in a URL, or is in no domain. */
const NOT_IN_DOMAIN = /[\s/\\:@?#%[\]]/

/**
 * The address that a provider has verified, in the form by which accounts are found, if it is in one of these domains.
 * A subdomain is another domain. Only the value true counts as verified: a text or a missing claim says nothing.
 *
 * @param domains in ASCII and lower case.
 */
export function trustedAddress({ email, verified }: StatedAddress, domains: readonly string[]): string | null {
  if (verified !== true || typeof email !== 'string') return null
  const at = email.lastIndexOf('@')
  const domain = asciiDomain(email.slice(at + 1))
  if (at < 1 || domain === null || !domains.includes(domain)) return null
  return emailSchema.safeParse(`${email.slice(0, at)}@${domain}`).data ?? null
}

/** A domain in ASCII and lower case; null if it is none. */
function asciiDomain(domain: string): string | null {
  if (domain === '' || NOT_IN_DOMAIN.test(domain)) return null
  return URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : null
}
