import 'server-only'
import { canTransition, type MemberStatus } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import { recordAct } from '../../db/audit/audit'
import type { Db } from '../../db/client'
import { type MemberRow, moveMember } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'

/** `by`: null if nobody did it, because a seat became free. `runId`: the import that did it. */
export type StatusChange = { to: MemberStatus; by: string | null; reason?: string | null; runId?: string }

/**
 * Changes the status of a member, and writes it into the audit log. @throws {AppError} conflict if the change is not
 * allowed, or her status has changed in the meantime
 */
export async function changeStatus(
  tx: Db,
  member: MemberRow,
  cohort: CohortRow,
  change: StatusChange,
  now: Date,
): Promise<void> {
  if (!canTransition(member.status, change.to)) throw new AppError('conflict', `from ${member.status} to ${change.to}`)
  if (!(await moveMember(tx, member, change, now))) throw new AppError('conflict', 'moved meanwhile')
  await recordStatusChange(tx, { ...member, from: member.status }, cohort, change, now)
}

type ChangedMember = { id: string; accountId: string | null; from: MemberStatus | null }

/** @param from null for a new member. */
export async function recordStatusChange(
  tx: Db,
  { id, accountId, from }: ChangedMember,
  { id: cohortId, institutionId }: CohortRow,
  { to, by, reason = null, runId }: StatusChange,
  now: Date,
): Promise<void> {
  const details = { cohortId, memberId: id, from, to, ...(runId && { runId }) }
  const facts = { actorId: by, subjectId: accountId, institutionId, reason, details }
  await recordAct(tx, { act: 'member-moved', ...facts }, now)
}
