import 'server-only'
import type { CheckedQuestion, LessonHead } from '@/domain/editorial/new-text-forms'
import type { FileChange } from '@/domain/editorial/proposal'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../../auth/permit'
import { listFiles } from '../../content/disk'
import { sql } from '../../db/client'
import { insertProposal } from '../../db/editorial/editorial-proposals'
import { signedAs } from '../open-text'
import type { PresentText } from '../present-text'
import { ownFiles } from '../source-files'
import { findingsIn } from '../source-text'
import type { OpenedCourse } from './course-source'
import { bankFiles, changeOf, lessonFiles, practiceFiles, withRevision } from './made-files'
import { type MissingTranslation, missingTranslations } from './missing-translations'

/** Something new to propose, with the changes of files that create it. */
export type Planned = {
  text: PresentText
  changes: readonly FileChange[]
  /** The name of what is created: only one proposal, open or accepted, may have it. */
  creates: string
  /** Null for all languages. The person who proposes it may not sign the text in a language that it concerns. */
  language: Locale | null
}
/** `taken`: something with that name exists. `moved`: the files have changed since the form was opened. */
export type Plan = { status: 'planned'; planned: Planned } | { status: 'taken' | 'moved' }

export function planLesson(opened: OpenedCourse, lesson: Parameters<typeof lessonFiles>[2]): Plan {
  const { course, files } = opened
  const [courseId, id] = [course.file.id, lesson.lessonId]
  if (isLessonTaken(opened, lesson)) return { status: 'taken' }
  const changes = lessonFiles(files, courseId, lesson)
  if (!changes) return { status: 'moved' }
  const text = opened.textNamed('lesson', id)
  return { status: 'planned', planned: { text, changes, creates: `lesson ${courseId}/${id}`, language: null } }
}

export function isLessonTaken({ course, files }: OpenedCourse, { lessonId }: Pick<LessonHead, 'lessonId'>): boolean {
  return course.file.outline.includes(lessonId) || listFiles(files, `courses/${course.file.id}/${lessonId}`).length > 0
}

/** Plans a practice question of a lesson, or a question of a bank. */
export function planQuestion(text: PresentText, written: CheckedQuestion): Plan {
  const { course, files } = text.source
  if (!course) return { status: 'moved' }
  if (questionIds(course).includes(written.questionId)) return { status: 'taken' }
  const changes =
    text.key.kind === 'bank'
      ? bankFiles(files, bankPaths(text), written)
      : practiceFiles(files, `courses/${text.key.id}`, written)
  if (!changes) return { status: 'moved' }
  const creates = `question ${course.file.id}/${written.questionId}`
  return { status: 'planned', planned: { text, changes, creates, language: null } }
}

function questionIds({ lessons, bank, second = [] }: OpenedCourse['course']): string[] {
  const questions = [...lessons.flatMap(({ practice }) => practice), ...bank, ...second.map(({ question }) => question)]
  return questions.map(({ id }) => id)
}

/** The files of a bank to which a question can be added. */
export function bankPaths({ source, key }: PresentText): string[] {
  return [...ownFiles(source.files, key).keys()].filter((path) => path.endsWith('.yaml'))
}

export function planTranslation(opened: OpenedCourse, missing: MissingTranslation, body: string): Plan {
  const { course, files } = opened
  const still = missingTranslations(files, course.file.id).some(({ path }) => path === missing.path)
  if (!still) return { status: 'taken' }
  const changes = [changeOf(files, missing.path, withRevision(missing.revision, body))]
  const text = opened.textNamed(missing.kind, missing.id)
  return { status: 'planned', planned: { text, changes, creates: `file ${missing.path}`, language: missing.language } }
}

type Said = { draft: string; sourceSummary: string; wordingReason: string }

/** Stores something new as a proposal, unless the checks find an error. Files and published texts do not change. */
export async function proposeNew(
  permit: Permit<'editorial:propose'>,
  { text, changes, creates, language }: Planned,
  { draft: id, sourceSummary: summary, wordingReason: reason }: Said,
  now: Date,
): Promise<'stored' | 'taken' | 'refused'> {
  const findings = await findingsIn(text, changes)
  if (findings.some(({ severity }) => severity === 'error')) return 'refused'
  const { accountId: proposedById, ...by } = signedAs(permit.actor)
  const row = { id, key: text.key, language, files: changes, creates, summary, reason, proposedById, ...by }
  return (await insertProposal(sql(), row, now)) === 'taken' ? 'taken' : 'stored'
}
