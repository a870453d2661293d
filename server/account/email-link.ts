import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { AccountLetterKind, Letter } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { AccountRow } from '../db/account/accounts'
import { dropEndedTokens, insertToken } from '../db/account/email-tokens'
import { dropEndedSignUps, insertSignUp, type SignUpRow } from '../db/account/sign-ups'
import { db, sql } from '../db/client'
import { env } from '../env'

/** How long a link in a mail works. */
export const LINK_VALID_MS = 24 * 3_600_000
const RESET_PAGE = '/reset-password'

/** Only the hash is stored: a person who reads the table cannot use a link. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Stores a sign-up for a day, until its link is used. @returns the address of the page, with the secret in it. */
export async function makeConfirmLink(signUp: SignUpRow, now: Date, next: string | null): Promise<string> {
  const token = newToken()
  await dropEndedSignUps(sql(), now)
  await insertSignUp(db(), { ...signUp, hash: hashOf(token), expiresAt: endOfLink(now) })
  return linkTo(signUp.locale, '/confirm', token, next)
}

/**
 * Makes a link to reset the password. It works once, for a day. @returns the address of the page, with the secret in
 * it.
 */
export async function makeResetLink(
  { id, locale }: AccountRow,
  now: Date,
  next: string | null = null,
): Promise<string> {
  const token = newToken()
  await dropEndedTokens(sql(), now)
  await insertToken(db(), { accountId: id, hash: hashOf(token), expiresAt: endOfLink(now) })
  return linkTo(locale, RESET_PAGE, token, next)
}

const newToken = () => randomBytes(32).toString('base64url')
const endOfLink = (now: Date) => new Date(now.getTime() + LINK_VALID_MS)

function linkTo(locale: Locale, page: string, token: string, next: string | null): string {
  const link = new URL(`/${locale}${page}`, env().publicUrl)
  link.searchParams.set('token', token)
  if (next) link.searchParams.set('next', next)
  return link.href
}

type Addressee = Pick<AccountRow, 'email' | 'locale' | 'nameArabic' | 'nameLatin'>

export function letterTo<Kind extends AccountLetterKind>(
  { email, locale, nameArabic, nameLatin }: Addressee,
  kind: Kind,
  link: string,
): Letter<Kind> {
  return { kind, to: email, name: nameIn({ nameArabic, nameLatin }, locale), locale, link }
}

/** The page on which a person asks for a new password. */
export function resetPage({ locale }: AccountRow): string {
  return new URL(`/${locale}${RESET_PAGE}`, env().publicUrl).href
}
