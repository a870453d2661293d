import 'server-only'
import type { TestForm } from '@/domain/cohort/test-availability'
import type { Localized } from '@/domain/locale'
import type { SeminarTestAvailability } from '@/domain/seminar/tests'
import { currentRelease } from '../content/releases'
import { db } from '../db/client'
import { findTestForms } from '../db/cohort/cohort-tests'
import type { OpenSeminar } from './open-seminar'
import { ownTests, testedCourse } from './tests/test-of-seminar'

/**
 * The course that a seminar names. `cohortId`: the cohort whose tests of the course the reader takes, or null.
 * `tested`: the seminar has tests of its own. `own`: which of them are open to her, if she is registered.
 */
export type SeminarCourse = {
  courseId: string
  title: Localized
  cohortId: string | null
  tested: boolean
  own: Readonly<Record<TestForm, SeminarTestAvailability>> | null
}

/** The course of a seminar, and whether the reader has the tests before and after it. Null: it names none. */
export async function seminarCourse({ seminar, reader }: OpenSeminar, now: Date): Promise<SeminarCourse | null> {
  const { courseId, cohortId } = seminar
  const release = courseId === null ? null : await currentRelease(courseId)
  if (courseId === null || !release) return null
  const title = release.course.file.title
  const forms = cohortId !== null && reader.member ? await findTestForms(db(), { cohortId, courseId }) : null
  const tested = (await testedCourse(seminar)) !== null
  const own = tested ? await ownTests(seminar, reader, courseId, now) : null
  return { courseId, title, cohortId: forms && cohortId, tested, own }
}
