import 'server-only'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/account/accounts'
import { db } from '../db/client'
import { post } from '../mail/post'
import { letterTo, makeResetLink } from './email-link'
import type { Visit } from './request-info'
import { postConfirmation } from './send-confirmation'

/**
 * Sends a link for a new password if the address has an account. If the person has signed up but not confirmed, it
 * sends the confirmation link instead. The caller cannot tell the cases apart.
 *
 * @throws {AppError} too-many-requests
 */
export async function requestReset(email: string, next: string | null, { address, now, later }: Visit): Promise<void> {
  await spendLimit('reset', address, now)
  await spendLimit('mail', email, now)

  later(async () => {
    const account = await findAccountByEmail(db(), email)
    if (!account?.confirmed) return postConfirmation(email, next, now)
    if (account.disabled) return
    await post(letterTo(account, 'reset', await makeResetLink(account, now, next)), now)
  })
}
