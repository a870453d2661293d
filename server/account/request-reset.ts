import 'server-only'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/accounts'
import { db } from '../db/client'
import { post } from '../mail/post'
import { letterTo, makeLink } from './email-link'
import type { Visit } from './visit'

/** Sends a link for a new password if the e-mail has an account; the caller cannot tell. @throws {AppError} too-many-requests */
export async function requestReset(email: string, { address, now, later }: Visit): Promise<void> {
  await spendLimit('reset', address, now)
  await spendLimit('mail', email, now)

  later(async () => {
    const account = await findAccountByEmail(db(), email)
    if (!account || account.disabled) return
    await post(letterTo(account, 'reset', await makeLink(db(), account, 'reset', now)), now)
  })
}
