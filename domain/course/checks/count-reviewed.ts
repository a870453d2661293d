import { LOCALES, type Locale } from '../../locale'
import { countsFor } from '../../signoff/reviewed'
import { SIGN_ROLES, type Signoff } from '../../signoff/signoff'

export type SignRole = (typeof SIGN_ROLES)[number]
/** The number of parts to sign, and how many have a sign-off that counts, by role and language. */
export type ReviewCounts = { parts: number } & Record<SignRole, Record<Locale, number>>

type Part = { signoff: Signoff; hashes: Partial<Record<Locale, string>> }

export function countReviewed(parts: readonly Part[]): ReviewCounts {
  const signed = (role: SignRole, locale: Locale) =>
    parts.filter(({ signoff, hashes }) => signoff.some((sign) => countsFor(sign, role, locale, hashes[locale]))).length
  const byRole = SIGN_ROLES.map((role) => [
    role,
    Object.fromEntries(LOCALES.map((locale) => [locale, signed(role, locale)])),
  ])
  return { parts: parts.length, ...(Object.fromEntries(byRole) as Record<SignRole, Record<Locale, number>>) }
}
