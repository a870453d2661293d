import 'server-only'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/accounts'
import { db } from '../db/client'
import { dropTokens } from '../db/email-tokens'
import { post } from '../mail/post'
import { letterTo, makeLink } from './email-link'
import type { Visit } from './visit'

/** Sends a new confirmation link if the e-mail waits for one; the caller cannot tell. @throws {AppError} too-many-requests */
export async function sendConfirmationAgain(email: string, next: string | null, visit: Visit): Promise<void> {
  const { address, now, later } = visit
  await spendLimit('confirm-again', address, now)
  await spendLimit('mail', email, now)

  later(async () => {
    const account = await findAccountByEmail(db(), email)
    if (!account || account.confirmed || account.disabled) return
    const link = await db().$transaction(async (tx) => {
      await dropTokens(tx, account.id, 'confirm')
      return makeLink(tx, account, 'confirm', now, next)
    })
    await post(letterTo(account, 'confirm', link), now)
  })
}
