import { randomUUID } from 'node:crypto'
import type { RecallForm } from '@/domain/cohort/recall'
import { dayOf, nextDay } from '@/domain/time/day'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortRecall } from '@/server/cohort/tests/cohort-recall'
import { placeOf } from '@/server/cohort/tests/draw-recalls'
import { releases } from '@/server/content/releases'
import { insertSession } from '@/server/db/auth/sessions'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { findRecall } from '@/server/db/cohort/recall-tests'
import { insertTaken } from './cohort-exams'
import { makeCohort, makeSchool, type School } from './cohorts'
import { publish } from './exam-room'
import { secondForms } from './second-forms'
import { actorNow } from './staff'

const DAY_MS = 86_400_000

/** A school with a cohort whose last day was `daysAgo` days ago, in a course with second forms of one objective. */
export async function cohortThatEnded(daysAgo: number, { second = secondForms(12) } = {}) {
  const school = await makeSchool()
  await publish(school.courseId, 2, second.length > 0 ? { second } : {})
  releases.reset()
  const endsOn = nextDay(dayOf(new Date()), -daysAgo)
  const cohort = await makeCohort(school, { fields: { startsOn: nextDay(endsOn, -30), endsOn } })
  return { school, cohort }
}

/** Inserts `people` learners who handed in an exam in the cohort before its last day. @returns their accounts. */
export async function insertExamined(cohort: CohortInCourse, people: number): Promise<string[]> {
  const taken = await insertTaken(cohort, { people, answer: ['a'], at: `${nextDay(cohort.endsOn, -5)}T10:00:00Z` })
  return taken.map(({ account }) => account)
}

/** One such learner, with a session and a confirmed address. */
export async function insertExaminee(cohort: CohortInCourse) {
  const [accountId = ''] = await insertExamined(cohort, 1)
  await db().account.update({ where: { id: accountId }, data: { emailConfirmedAt: new Date() } })
  return { accountId, sessionId: await insertSession(db(), accountId, new Date(Date.now() + DAY_MS)) }
}

/** Hands in a recall test for these people, each with `right` right answers. */
export async function insertRecalled(
  cohort: CohortInCourse,
  form: RecallForm,
  accounts: readonly string[],
  right: number,
) {
  const test = await findRecall(db(), placeOf(cohort), form)
  if (!test) throw new Error('no test')
  const handedInAt = new Date(test.opensAt.getTime() + DAY_MS)
  const sittings = accounts.map((accountId) => ({ id: randomUUID(), ...placeOf(cohort), accountId, form, handedInAt }))
  await db().testSitting.createMany({ data: sittings })
  await db().testAnswer.createMany({
    data: sittings.flatMap(({ id }) =>
      test.questions.map((_, place) => ({ sittingId: id, position: place + 1, answer: [place < right ? 'a' : 'b'] })),
    ),
  })
}

/** The results of both recall tests, as the school's administrator sees them at `now`. */
export async function recallOf({ administrator }: School, cohort: CohortInCourse, now: Date) {
  const permit = permitFor(await actorNow(administrator), 'statistics:read', targetOf(cohort))
  const [day90, day180] = await cohortRecall(permit, cohort, now)
  if (!day90 || !day180) throw new Error('two tests')
  return { day90, day180 }
}
