import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import { UNANSWERED_DAYS } from '@/domain/cohort/many-acts'
import { reasonsIn } from '@/domain/cohort/reminding'
import { FOLLOWED, type Standing } from '@/domain/desk/standing'
import type { Task } from '@/domain/desk/task'
import { groupBy } from '@/domain/group-by'
import { targetOf } from '../cohort/cohort-permit'
import { sql } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { findUnreadThreads, findWaiting, type Waiting } from '../db/desk/desk'

const DAY_MS = 86_400_000

/** What people of these cohorts wait for, limited to what the reader may do. */
export async function waitingTasks(actor: Person, cohorts: readonly CohortRow[], now: Date): Promise<Task[]> {
  if (cohorts.length === 0) return []
  const invitedBefore = new Date(now.getTime() - UNANSWERED_DAYS * DAY_MS)
  const ids = cohorts.map(({ id }) => id)
  const rows = await findWaiting(sql(), ids, { reader: actor.accountId, invitedBefore })
  const byCohort = groupBy(rows, ({ cohortId }) => cohortId)
  return cohorts.flatMap((cohort) => tasksIn(actor, cohort, byCohort.get(cohort.id) ?? []))
}

function tasksIn(actor: Person, { name: place, ...cohort }: CohortRow, waiting: readonly Waiting[]): Task[] {
  const path = `/cohorts/${cohort.id}`
  const target = targetOf({ ...cohort, name: place })
  const enrols = decide(actor, 'cohort:enrol', target) !== 'forbidden'
  const of = (kind: Waiting['kind']) => waiting.find((row) => row.kind === kind)
  const task = (kind: Task['kind'], found: Waiting | undefined, where: string, form?: Task['form']): Task[] =>
    found ? [{ kind, count: found.people, since: found.since, place, path: path + where, ...(form && { form }) }] : []
  const full = cohort.seats !== null && (of('taken')?.people ?? 0) >= cohort.seats
  return [
    ...task('requests', of('asked'), '/people?show=asked'),
    ...(enrols
      ? [
          // With a free seat the next person is invited from the list of those who wait.
          ...(full
            ? task('seats', of('waiting'), '/settings#seats')
            : task('seat-free', of('waiting'), '/people?show=waiting')),
          ...task('invitations', of('unanswered'), '/people/act?status=invited', { act: 'again', all: 'unanswered' }),
          ...task('undelivered', of('undelivered'), '/people?letter=failed'),
        ]
      : []),
  ]
}

/** The numbers of unread questions of learners, in the cohorts whose tutor she is, without any text of them. */
export async function threadTasks(actor: Person, cohorts: readonly CohortRow[]): Promise<Task[]> {
  const own = cohorts.filter((cohort) => decide(actor, 'cohort:answer', targetOf(cohort)) === 'allowed')
  if (own.length === 0) return []
  const nameOf = new Map(own.map(({ id, name }) => [id, name]))
  const rows = await findUnreadThreads(sql(), [...nameOf.keys()], actor.accountId)
  return rows.map(({ cohortId, count, since }) => ({
    kind: 'threads',
    count,
    since,
    place: nameOf.get(cohortId) ?? null,
    path: `/cohorts/${cohortId}/threads`,
  }))
}

/** The numbers of people of a cohort who should be reminded, by reason. */
export function followTasks(
  actor: Person,
  { id, name: place, ...cohort }: CohortRow,
  { groups }: Pick<Standing, 'groups'>,
  now: Date,
): Task[] {
  const target = { cohortId: id, institutionId: cohort.institutionId, tutorIds: cohort.tutorIds }
  if (decide(actor, 'cohort:remind', target) === 'forbidden') return []
  const reasons = reasonsIn({ ...cohort, exams: cohort.courses }, now)
  return FOLLOWED.filter((why) => reasons.includes(why) && groups[why].due > 0).map((why) => ({
    kind: why,
    count: groups[why].due,
    since: groups[why].since === null ? null : new Date(groups[why].since),
    resting: groups[why].resting,
    place,
    path: `/cohorts/${id}/remind?why=${why}`,
  }))
}
