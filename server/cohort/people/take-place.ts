import 'server-only'
import { canTransition, type MemberStatus } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import type { Db } from '../../db/client'
import { claimMember, findPlace, insertMember, type MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { changeStatus, recordStatusChange } from './change-status'

type Person = Omit<MemberRow, 'id' | 'cohortId' | 'status' | 'statusSince' | 'listed'> & { listed?: boolean }

/**
 * Uses the person's former place in a cohort, or adds a new one. @throws {AppError} conflict if the change of status is
 * not allowed, or the place belongs to another account
 */
export async function takePlace(
  tx: Db,
  person: Person,
  cohort: CohortRow,
  { to, by }: { to: MemberStatus; by: string | null },
  now: Date,
): Promise<MemberRow> {
  const { accountId } = person
  const before = await findPlace(tx, cohort.id, person)
  if (before) {
    if (!canTransition(before.status, to)) throw new AppError('conflict', `is ${before.status} in the other cohort`)
    if (accountId && !(await claimMember(tx, before, accountId))) throw new AppError('conflict', 'claimed')
    const claimed = { ...before, accountId: accountId ?? before.accountId }
    await changeStatus(tx, claimed, cohort, { to, by }, now)
    return claimed
  }
  const id = await insertMember(tx, { ...person, cohortId: cohort.id, status: to }, by, now)
  if (!id) throw new AppError('conflict', 'placed meanwhile')
  await recordStatusChange(tx, { id, accountId, from: null }, cohort, { to, by }, now)
  const listed = person.listed ?? false
  return { ...person, id, cohortId: cohort.id, status: to, statusSince: now, listed }
}
