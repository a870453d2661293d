import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { LinkPurpose } from '@/domain/access/email-link'
import type { Letter, LetterKind } from '@/domain/access/letter'
import type { AccountRow } from '../db/accounts'
import type { Db } from '../db/client'
import { insertToken } from '../db/email-tokens'
import { env } from '../env'

/** How long a link sent by mail works. */
export const LINK_VALID_MS = 24 * 3_600_000
const PAGE: Record<LinkPurpose, string> = { confirm: '/confirm', reset: '/reset-password' }

/** Only this is stored: whoever reads the table cannot use a link. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Makes a link that works once, for a day. @returns the page's address with the secret in it. */
export async function makeLink(
  db: Db,
  { id, locale }: AccountRow,
  purpose: LinkPurpose,
  now: Date,
  next: string | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertToken(
    db,
    { accountId: id, purpose, hash: hashOf(token), expiresAt: new Date(now.getTime() + LINK_VALID_MS) },
    now,
  )
  const link = new URL(`/${locale}${PAGE[purpose]}`, env().publicUrl)
  link.searchParams.set('token', token)
  if (next) link.searchParams.set('next', next)
  return link.href
}

export function letterTo({ email, locale, nameArabic, nameLatin }: AccountRow, kind: LetterKind, link: string): Letter {
  return { kind, to: email, name: locale === 'ar' ? nameArabic : nameLatin, locale, link }
}

/** Where a new password is asked for. */
export function resetPage({ locale }: AccountRow): string {
  return new URL(`/${locale}${PAGE.reset}`, env().publicUrl).href
}
