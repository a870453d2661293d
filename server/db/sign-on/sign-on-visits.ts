import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Db } from '../client'

/** A browser on its way to a provider. `hash`: of the secret in its cookie. */
export type SignOnVisitRow = {
  hash: string
  institutionId: string
  issuer: string
  state: string
  nonce: string
  /** The PKCE code verifier. */
  verifier: string
  locale: Locale
  /** The page to go on to: a safe path of this site. */
  next: string | null
  /** The session to whose account the identity is to be linked; null for a visit to sign on. */
  sessionId: string | null
  expiresAt: Date
}

const COLUMNS = {
  hash: true,
  institutionId: true,
  issuer: true,
  state: true,
  nonce: true,
  verifier: true,
  locale: true,
  next: true,
  sessionId: true,
  expiresAt: true,
} as const

export async function insertVisit(db: Db, visit: SignOnVisitRow): Promise<void> {
  await db.signOnVisit.create({ data: visit })
}

/**
 * Deletes the visit and returns it. Of two simultaneous calls one gets it; null if it has another state, was taken or
 * has expired.
 */
export async function takeVisit(
  db: Db,
  key: Pick<SignOnVisitRow, 'hash' | 'state'>,
  now: Date,
): Promise<SignOnVisitRow | null> {
  const visit = await db.signOnVisit.findFirst({ where: key, select: COLUMNS })
  const { count } = await db.signOnVisit.deleteMany({ where: key })
  if (!visit || count === 0 || visit.expiresAt <= now) return null
  return { ...visit, locale: visit.locale as Locale }
}
