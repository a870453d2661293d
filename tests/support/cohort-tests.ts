import { randomUUID } from 'node:crypto'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { placeOf } from '@/server/cohort/tests/draw-recalls'
import { holdTests } from '@/server/cohort/tests/hold-tests'
import { releases } from '@/server/content/releases'
import { db, sql } from '@/server/db/client'
import { findTestForms } from '@/server/db/cohort/cohort-tests'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { insertEnrolment } from '@/server/db/course/learners'
import { insertAccounts } from './accounts'
import { insertPlace, makeCohort, makeSchool, type School } from './cohorts'
import { singleChoice } from './course-factories'
import { publish } from './exam-room'
import { insertPerson } from './people'
import { actorNow } from './staff'

const exam = { questions: 8, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 8 } }
/** The right answer is always `a`. */
const bank = Array.from({ length: 24 }, (_, n) => singleChoice({ id: `q${n}` }))

/** A school with a cohort whose bank is large enough for two tests of four questions. */
export async function schoolWithBank(fields: Parameters<typeof makeCohort>[1] = {}) {
  const school = await makeSchool()
  await publish(school.courseId, 2, { exam, bank })
  releases.reset()
  return { school, cohort: await makeCohort(school, fields) }
}

/** A course whose bank is large enough for two tests. */
export const publishTested = () => publish(undefined, 1, { exam, bank })

export async function drawTests(school: School, cohort: CohortInCourse, now: Date): Promise<void> {
  const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
  await holdTests(permit, cohort, now)
}

/** An active learner in a cohort, enrolled in its course. */
export async function insertParticipant(cohort: CohortInCourse) {
  const person = await insertPerson()
  await insertPlace(cohort, { status: 'active', ...person })
  await insertEnrolment(sql(), person.accountId, cohort.courseId, cohort.releaseId)
  return person
}

type Taken = { people: number; right: number; at: string }

/**
 * Inserts `people` learners who handed in a test with `right` right answers. @returns their accounts, for the other
 * test.
 */
export async function insertTests(
  cohort: CohortInCourse,
  form: 'before' | 'after',
  { people, right, at }: Taken,
  accounts: readonly string[] = [],
): Promise<string[]> {
  const forms = await findTestForms(db(), placeOf(cohort))
  if (!forms) throw new Error('no tests')
  const rows = Array.from({ length: people }, (_, n) => ({ id: randomUUID(), account: accounts[n] ?? randomUUID() }))
  await insertAccounts(rows.map(({ account }) => account))
  const handedInAt = new Date(at)
  await db().testSitting.createMany({
    data: rows.map(({ id, account }) => ({ id, ...placeOf(cohort), accountId: account, form, handedInAt })),
  })
  await db().testAnswer.createMany({
    data: rows.flatMap(({ id }) =>
      forms[form].map((_, place) => ({ sittingId: id, position: place + 1, answer: [place < right ? 'a' : 'b'] })),
    ),
  })
  return rows.map(({ account }) => account)
}
