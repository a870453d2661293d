import 'server-only'
import { decide, type Person } from '@/domain/auth/policy'
import type { Task } from '@/domain/desk/task'
import { type Day, dayOf } from '@/domain/time/day'
import { sql } from '../db/client'
import { findSeminarDays, findSeminarsOfDay } from '../db/seminar/seminars-of-day'
import type { Scope } from './scope'

type Run = readonly { id: string }[]

/**
 * The seminars of today: for those who run one, with the screen of its room; for those who read it, with its attendance
 * list. A seminar whose list is closed asks for nothing more.
 */
export async function seminarsToday(actor: Person, { administers }: Scope, run: Run, now: Date): Promise<Task[]> {
  const cohortIds = run.map(({ id }) => id)
  if (administers.length + cohortIds.length === 0) return []
  const found = await findSeminarsOfDay(sql(), { institutionIds: administers, cohortIds }, dayOf(now))
  return found.flatMap(({ id, titles, startsAt, endsAt, ...whose }): Task[] => {
    const target = { seminarId: id, ...whose }
    if (decide(actor, 'seminar:read', target) !== 'allowed') return []
    const list = `/seminars/${id}/attendance`
    const runs = decide(actor, 'seminar:run', target) === 'allowed'
    const happens = { startsAt, endsAt, also: runs ? list : `/seminars/${id}` }
    const kind = runs ? ('seminar-today' as const) : ('seminar-joined' as const)
    return [{ kind, count: 1, since: null, place: { titles }, path: runs ? `/seminars/${id}/room` : list, happens }]
  })
}

/** The next day of a seminar in the programme of each of these cohorts. */
export async function nextSeminarDays(run: Run, now: Date): Promise<ReadonlyMap<string, Day>> {
  if (run.length === 0) return new Map()
  const rows = await findSeminarDays(
    sql(),
    run.map(({ id }) => id),
    dayOf(now),
  )
  return new Map(rows.map(({ cohortId, day }) => [cohortId, day]))
}
