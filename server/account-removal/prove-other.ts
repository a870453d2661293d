import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OtherAccount } from '@/domain/account/merge'
import type { Person } from '@/domain/auth/policy'
import { type CodeProblem, type CodeReading, problemOf } from '@/domain/auth/second-factor-code'
import { AppError } from '@/domain/errors'
import { nameIn } from '@/domain/person/name-in'
import { type Proof, provePassword } from '../account/prove-password'
import type { Visit } from '../account/request-info'
import { type CodeRefusal, takeCodeOf } from '../account/second-factor/with-code'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { seal, unseal } from '../auth/seal'
import { type AccountRow, findAccount, findAccountByEmail } from '../db/account/accounts'
import { isGuarded } from '../db/auth/second-factors'
import { type Db, db } from '../db/client'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'

/** As long as the letter says. */
const VALID_MS = 24 * 3_600_000
const tokenSchema = z.object({ other: z.string(), until: z.number(), mark: z.string() })

export type ProvedOther =
  /** A letter with the link to the confirmation is on its way to the other account. */
  | { status: 'proved' }
  /** It is the account that is signed in. */
  | { status: 'same' }
  | Exclude<Proof, { status: 'proved' }>
  /** The password was right; the code of its second factor was not. */
  | { status: 'code'; problem: CodeProblem }

/**
 * Checks the password of another account and, if it has one, its second factor, behind the limits of sign-in. An
 * unknown, unconfirmed or disabled account looks like a wrong password, as at sign-in. The proof goes on by a letter to
 * the other account: a password that was guessed, or given away, is not enough to delete an account.
 *
 * @throws {AppError} too-many-requests
 */
export async function proveOther(
  { actor }: Permit<'account:merge'>,
  { email, password }: OtherAccount,
  code: CodeReading,
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<ProvedOther> {
  await spendLimit('sign-in', address, now)
  const account = await findAccountByEmail(db(), email)
  if (account?.id === actor.accountId) return { status: 'same' }
  const stored = account && isUsable(account) ? account.passwordHash : null
  const proof = await provePassword({ email, address, browser }, stored, password, now)
  if (proof.status !== 'proved') return proof
  if (!account) return { status: 'wrong' }
  const refused = await refuseCode({ accountId: account.id, sessionId: actor.sessionId }, code, now)
  if (refused) return refused
  await sendLink(actor, account, now)
  return { status: 'proved' }
}

async function sendLink(actor: Person, account: AccountRow, now: Date): Promise<void> {
  const { id: accountId, email: to, locale } = account
  const link = new URL(`/${locale}/account/merge`, env().publicUrl)
  link.searchParams.set('token', await makeToken(actor, account, now))
  const letter = { kind: 'mergeConfirm', to, name: nameIn(account, locale), locale, link: link.href } as const
  await db().$transaction((tx) => storeNecessary(tx, letter, { accountId }, now))
  await wake('mail')
}

async function refuseCode(
  giver: Pick<Person, 'accountId' | 'sessionId'>,
  code: CodeReading,
  now: Date,
): Promise<Exclude<ProvedOther, { status: 'proved' }> | null> {
  if (!(await isGuarded(db(), giver.accountId))) return null
  if (code.status !== 'well-formed') return { status: 'code', problem: code.status }
  const taken: { status: 'taken' } | CodeRefusal = await takeCodeOf(giver, code.code, now)
  if (taken.status === 'locked') return taken
  return taken.status === 'taken' ? null : { status: 'code', problem: problemOf(taken.status, code.code) }
}

async function makeToken(actor: Person, account: AccountRow, now: Date): Promise<string> {
  const proved = { other: account.id, until: now.getTime() + VALID_MS, mark: markOf(account) }
  return seal(JSON.stringify(proved), ownerOf(actor))
}

/** The account that a token proves; null once it has expired, or the account was changed, disabled or deleted. */
export async function openToken(on: Db, actor: Person, token: string, now: Date): Promise<AccountRow | null> {
  const opened = await unseal(token, ownerOf(actor))
  const proved = opened === null ? null : tokenSchema.parse(JSON.parse(opened))
  if (!proved || proved.until < now.getTime()) return null
  const account = await findAccount(on, proved.other)
  return account && isUsable(account) && markOf(account) === proved.mark ? account : null
}

const isUsable = ({ confirmed, disabled }: AccountRow) => confirmed && !disabled
// Not this browser: she may read the letter on another device, where she signs in to the same account.
const ownerOf = ({ accountId }: Person) => `merge ${accountId}`
/** Changes with the password. */
const markOf = ({ passwordHash }: AccountRow) => createHash('sha256').update(passwordHash).digest('base64url')

/** The address of the account that stays. @throws {AppError} not-found */
export async function emailOf({ actor }: Permit<'account:merge'>): Promise<string> {
  const account = await findAccount(db(), actor.accountId)
  if (!account) throw new AppError('not-found', 'account')
  return account.email
}
