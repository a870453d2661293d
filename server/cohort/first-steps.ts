import 'server-only'
import { type BareFace, firstStepsOf, missingOnCertificate, type StepState } from '@/domain/cohort/first-steps'
import { testBlueprint } from '@/domain/exam/test-blueprint'
import { dayOf } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { db, sql } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { endSteps, findSteps } from '../db/cohort/first-steps'
import { hasExam, type LoadedCourse } from './courses'

/** `bare`: what its certificates would lack, a logo or a signatory; null for nothing. */
export type FirstSteps = { steps: readonly StepState[]; bare: BareFace | null }

/** The first steps of a cohort; null once each is done, or somebody has put them aside. It takes one query. */
export async function firstSteps(
  cohort: CohortRow,
  { courses, people }: { courses: readonly LoadedCourse[]; people: number },
  now: Date,
): Promise<FirstSteps | null> {
  const { ended, testsOf, ...face } = await findSteps(sql(), cohort.id, dayOf(now))
  const tested = courses.filter(mayBeTested)
  const steps = firstStepsOf({
    people,
    tutors: cohort.tutorIds.length,
    deadlines: courses.some(({ deadlines }) => Object.keys(deadlines).length > 0),
    tests: {
      possible: tested.length,
      drawn: tested.filter(({ courseId }) => testsOf.includes(courseId)).length,
    },
    certified: courses.some(hasExam),
    face,
  })
  return ended || steps.every(({ done }) => done) ? null : { steps, bare: missingOnCertificate(face) }
}

function mayBeTested({ release: { course } }: LoadedCourse): boolean {
  return course.exam !== null && testBlueprint(course.bank, course.exam) !== null
}

/** Puts the first steps of a cohort aside, for all of its administrators. */
export async function endFirstSteps({ target }: Permit<'cohort:change'>, now: Date): Promise<void> {
  await endSteps(db(), target.cohortId, now)
}
