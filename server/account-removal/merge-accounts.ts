import 'server-only'
import type { MergeCounts, MergeRefusal } from '@/domain/account/merge'
import type { Person } from '@/domain/auth/policy'
import { proofOf } from '@/domain/auth/roles-held'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { type Proof, provePassword } from '../account/prove-password'
import type { Visit } from '../account/request-info'
import type { Permit } from '../auth/permit'
import { fillFreeSeats } from '../cohort/people/waitlist'
import { titleOf } from '../content/course-title'
import { currentRelease } from '../content/releases'
import { type AccountRow, deleteAccountRow, findAccount } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { findStoredRoles } from '../db/auth/roles'
import { deleteSessions, findSession } from '../db/auth/sessions'
import { db, sql, type Tx } from '../db/client'
import { countHeld, findObstacles, lockPair, type MergeObstacles } from '../db/merge/merge-facts'
import { findTwoPlaces, leavesSeat } from '../db/merge/merge-people'
import { applyMergeRules } from '../db/merge/merge-rules'
import { deleteByAddress } from '../db/retention/personal-data'
import { env } from '../env'
import { storeNecessary } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { openToken } from './prove-other'

export type MergePreview = {
  kept: AccountRow
  other: AccountRow
  counts: MergeCounts
  /** Why it is refused, with the title of a course where one is the reason. */
  refusals: readonly { because: MergeRefusal; course: string }[]
}

/** What uniting the two accounts would do; null if the proof is no longer valid. */
export async function previewMerge(
  { actor }: Permit<'account:merge'>,
  token: string,
  locale: Locale,
  now: Date,
): Promise<MergePreview | null> {
  const [kept, other] = await Promise.all([findAccount(db(), actor.accountId), openToken(db(), actor, token, now)])
  if (!kept || !other) return null
  const pair = { kept: kept.id, other: other.id }
  const [counts, obstacles] = await Promise.all([countHeld(sql(), other.id), findObstacles(sql(), pair, now)])
  return { kept, other, counts, refusals: await refusalsOf(obstacles, locale) }
}

/** `expired`: the proof of the other account is no longer valid. `refused`: the preview says why. */
export type Merged = { status: 'merged' } | { status: 'expired' | 'refused' } | Exclude<Proof, { status: 'proved' }>

/**
 * Unites the other account with this one and deletes it, in one transaction under locks: if the process is killed, both
 * are as before. All sessions but this one end, and both addresses are told.
 *
 * @param password of the account that stays: a stranger at an open browser does not have it.
 */
export async function mergeAccounts(
  permit: Permit<'account:merge'>,
  { token, password }: { token: string; password: string },
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<Merged> {
  const { actor } = permit
  const kept = await findAccount(db(), actor.accountId)
  if (!kept) return { status: 'expired' }
  const proof = await provePassword({ email: kept.email, address, browser }, kept.passwordHash, password, now)
  if (proof.status !== 'proved') return proof
  const outcome = await db().$transaction((tx) => merge(tx, actor, token, now))
  if (outcome.status !== 'merged') return outcome
  for (const cohortId of outcome.freed) await fillFreeSeats(cohortId, null, now)
  await wake('mail')
  return { status: 'merged' }
}

type Done = { status: 'merged'; freed: readonly string[] } | { status: 'expired' | 'refused' }

async function merge(tx: Tx, actor: Person, token: string, now: Date): Promise<Done> {
  const proved = await openToken(tx, actor, token, now)
  if (!proved) return { status: 'expired' }
  const pair = { kept: actor.accountId, other: proved.id }
  // Read again under the lock: meanwhile another request may have changed, disabled, deleted or united either of them.
  const bothLocked = await lockPair(tx, pair)
  const other = bothLocked ? await openToken(tx, actor, token, now) : null
  const kept = bothLocked ? await findSignedIn(tx, actor, now) : null
  if (!other || !kept) return { status: 'expired' }
  if (isRefused(await findObstacles(tx, pair, now))) return { status: 'refused' }

  const freed = (await findTwoPlaces(tx, pair)).filter(leavesSeat).map(({ cohortId }) => cohortId)
  await applyMergeRules(tx, pair)
  freed.push(...(await deleteByAddress(tx, other.id, pair.kept)))
  await deleteAccountRow(tx, other.id)
  await deleteSessions(tx, pair.kept, actor.sessionId)
  await recordAct(tx, { act: 'accounts-merged', actorId: pair.kept, subjectId: pair.kept }, now)
  await tell(tx, kept, { kind: 'mergedInto', accountId: kept.id }, now)
  await tell(tx, other, { kind: 'merged', accountId: kept.id }, now)
  return { status: 'merged', freed: [...new Set(freed)] }
}

/** The account that stays; null if it is disabled, its session has ended, or it requires a code that was not given. */
async function findSignedIn(tx: Tx, { accountId, sessionId }: Person, now: Date): Promise<AccountRow | null> {
  const session = await findSession(tx, sessionId, now)
  if (session?.accountId !== accountId || !session.confirmed) return null
  const proof = proofOf(await findStoredRoles(tx, accountId, sessionId), now)
  return proof === 'waiting' ? null : findAccount(tx, accountId)
}

async function tell(
  tx: Tx,
  account: AccountRow,
  { kind, accountId }: { kind: 'merged' | 'mergedInto'; accountId: string },
  now: Date,
): Promise<void> {
  const { email: to, locale } = account
  const link = new URL(`/${locale}`, env().publicUrl).href
  await storeNecessary(tx, { kind, to, name: nameIn(account, locale), locale, link }, { accountId }, now)
}

function isRefused({ courses, ...plain }: MergeObstacles): boolean {
  return courses.length > 0 || Object.values(plain).some(Boolean)
}

async function refusalsOf({ courses, ...plain }: MergeObstacles, locale: Locale) {
  const titles = await Promise.all(
    courses.map(async (courseId) => {
      const release = await currentRelease(courseId)
      return release ? titleOf(release, null, locale) : courseId
    }),
  )
  const named = Object.entries(plain).flatMap(([because, holds]) =>
    holds ? [{ because: because as keyof typeof plain, course: '' }] : [],
  )
  return [...named, ...titles.map((course) => ({ because: 'certificates' as const, course }))]
}
