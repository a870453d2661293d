import 'server-only'
import type { SignUp } from '@/domain/auth/sign-up'
import type { Locale } from '@/domain/locale'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/account/accounts'
import { db } from '../db/client'
import { post } from '../mail/post'
import { letterTo, makeConfirmLink, makeResetLink } from './email-link'
import type { Visit } from './request-info'

/** She gives her details on the page that the link opens. */
const NO_DETAILS = { nameArabic: '', nameLatin: '', function: '', institution: '' }

/**
 * Sends a link that opens an account or, if the address has one, a mail that says so. Known and unknown addresses cost
 * the same statements and one mail; only the owner of the mailbox learns which it was. Nothing is created before the
 * link is used: a person who signs up with somebody else's address has no share in the account that is opened later.
 *
 * @param person her address, and the language of the page on which she typed it: the letter is written in it.
 * @param next the page to go on to afterwards: a safe path of this site.
 * @throws {AppError} too-many-requests
 */
export async function signUp(
  { email, locale }: SignUp & { locale: Locale },
  next: string | null,
  { address, now, later }: Visit,
): Promise<void> {
  await spendLimit('sign-up', address, now)
  await spendLimit('mail', email, now)

  const account = await findAccountByEmail(db(), email)
  const known = account?.confirmed || account?.disabled ? account : null
  const person = { ...NO_DETAILS, email, locale }
  const letter = known
    ? letterTo(known, 'known', await makeResetLink(known, now, next))
    : letterTo(person, 'confirm', await makeConfirmLink(person, now, next))
  later(() => post(letter, now))
}
