import 'server-only'
import type { Course } from '@/domain/course/course'
import { AppError } from '@/domain/errors'
import type { TextKey } from '@/domain/signoff/text-key'
import type { Caller } from '../../auth/caller'
import { type Permit, requirePermission } from '../../auth/permit'
import type { Root } from '../../content/disk'
import { candidateTexts } from '../candidate'
import { forbiddenAsNotFound } from '../open-text'
import { type PresentText, presentText } from '../present-text'
import { editorialTexts } from '../texts'

/** A course as reviewers see it, opened for a person who may propose something new in it. */
export type OpenedCourse = {
  permit: Permit<'editorial:propose'>
  course: Course
  files: Root
  /** Stands for a text that does not exist yet: a lesson of the course, under the key of the new text. */
  textNamed: (kind: 'lesson' | 'case', id: string) => PresentText
}

/** @throws {AppError} sign-in-required, second-factor-missing, second-factor-required, not-found */
export async function openCourse(caller: Caller, courseId: string): Promise<OpenedCourse> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(courseId)) throw new AppError('not-found', 'course')
  const any: TextKey = { kind: 'lesson', id: `${courseId}/new` }
  const permit = await forbiddenAsNotFound(requirePermission(caller, 'editorial:propose', { text: any }))
  const { course, files, base } = await courseSource(courseId)
  return { permit, course, files, textNamed: (kind, id) => ({ ...base, key: { kind, id: `${courseId}/${id}` } }) }
}

/** The published course, or its version in the open candidate. @throws {AppError} not-found */
export async function courseSource(courseId: string): Promise<{ course: Course; files: Root; base: PresentText }> {
  const { list } = await editorialTexts()
  const lesson = list.find(({ key, course }) => key.kind === 'lesson' && course?.id === courseId)
  if (!lesson) throw new AppError('not-found', `course ${courseId}`)
  const [published, candidate] = await Promise.all([presentText(lesson.key), candidateTexts()])
  const drafted = candidate?.courses.get(courseId)
  const base: PresentText =
    candidate && drafted
      ? { ...published, source: { id: candidate.id, files: candidate.files, course: drafted, law: drafted } }
      : published
  const { course, files } = base.source
  if (!course) throw new AppError('not-found', `course ${courseId}`)
  return { course, files, base }
}
