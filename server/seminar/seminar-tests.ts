import 'server-only'
import type { Localized } from '@/domain/locale'
import { currentRelease } from '../content/releases'
import { db } from '../db/client'
import { findTestForms } from '../db/cohort-tests'
import type { OpenSeminar } from './open-seminar'

/** The course that a seminar names. `cohortId`: of the cohort whose tests of it the reader takes; null if she takes none. */
export type SeminarCourse = { courseId: string; title: Localized; cohortId: string | null }

/** The course of a seminar, and whether the reader has the tests before and after it. Null: it names none. */
export async function seminarCourse({ seminar, reader }: OpenSeminar): Promise<SeminarCourse | null> {
  const { courseId, cohortId } = seminar
  const release = courseId === null ? null : await currentRelease(courseId)
  if (courseId === null || !release) return null
  const tests = cohortId !== null && reader.member ? await findTestForms(db(), { cohortId, courseId }) : null
  return { courseId, title: release.course.file.title, cohortId: tests && cohortId }
}
