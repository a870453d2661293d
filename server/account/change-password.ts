import 'server-only'
import type { ChangePassword } from '@/domain/account/change-password'
import { isPersonal } from '@/domain/auth/password'
import { AppError } from '@/domain/errors'
import { hashPassword } from '../auth/password'
import type { Permit } from '../auth/permit'
import { findAccount, setPassword } from '../db/account/accounts'
import { dropTokens } from '../db/account/email-tokens'
import { deleteSessions } from '../db/auth/sessions'
import { db } from '../db/client'
import { post } from '../mail/post'
import { letterTo, resetPage } from './email-link'
import { type Proof, provePassword } from './prove-password'
import type { Visit } from './request-info'

export type PasswordChange = { status: 'changed' } | { status: 'personal' } | Exclude<Proof, { status: 'proved' }>

/** Changes the password and ends every other session. @throws {AppError} not-found */
export async function changePassword(
  { actor, target }: Permit<'account:change'>,
  { current, newPassword }: ChangePassword,
  { address, browser, now, later }: Visit,
): Promise<PasswordChange> {
  const account = await findAccount(db(), target.accountId)
  if (!account) throw new AppError('not-found', 'account')
  const proof = await provePassword({ email: account.email, address, browser }, account.passwordHash, current, now)
  if (proof.status !== 'proved') return proof
  if (isPersonal(newPassword, account)) return { status: 'personal' }

  const passwordHash = await hashPassword(newPassword)
  await db().$transaction(async (tx) => {
    await setPassword(tx, account.id, passwordHash)
    await deleteSessions(tx, account.id, actor.sessionId)
    await dropTokens(tx, account.id)
  })
  later(() => post(letterTo(account, 'changed', resetPage(account)), now))
  return { status: 'changed' }
}
