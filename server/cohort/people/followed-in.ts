import 'server-only'
import { type ReminderReason, reasonsIn } from '@/domain/cohort/reminding'
import type { CohortRow } from '../../db/cohort/cohorts'
import type { Sql } from '../../db/sql'
import { coursesOf, hasExam } from '../courses'
import { type Followed, followPeople } from '../follow-people'

/**
 * Everyone who takes part in a cohort with her progress, and the reasons for which people may be reminded now.
 *
 * @param memberIds only these people.
 */
export async function followedIn(
  sql: Sql,
  cohort: CohortRow,
  now: Date,
  memberIds?: readonly string[],
): Promise<{ people: readonly Followed[]; reasons: readonly ReminderReason[] }> {
  const courses = await coursesOf(cohort)
  const people = await followPeople(sql, cohort, courses, now, memberIds)
  return { people, reasons: reasonsIn({ ...cohort, exams: courses.filter(hasExam) }, now) }
}
