import 'server-only'
import { type Passage, sectionOf } from '@/domain/course/passage'
import type { AskedPlace, ErrorPlace } from '@/domain/error-report/asked-place'
import { AppError } from '@/domain/errors'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { plainText } from '@/domain/text/markup'
import type { Caller } from '../auth/caller'
import { permitToReadAccount } from '../auth/permit'
import { contentHash } from '../content/content-hash'
import { library } from '../content/library'
import { passagesOf } from '../content/passages'
import { currentRelease } from '../content/releases'
import { readableCourse } from '../course/learner-course'
import type { QuestionRow } from '../db/exam/attempts'
import { readAttempt } from '../exam/attempt-session'
import { currentExaminee } from '../exam/current-examinee'
import { practiceSet } from '../exam/practice-set'
import { entryWords } from './entry-words'

/** What a report is about, as its reader sees it now. */
export type ReportedPlace = {
  place: ErrorPlace
  path: string
  courseId: string | null
  releaseId: string | null
  lessonId: string | null
  part: string | null
  passageHash: string | null
  /** Null if no words are stored: for a whole page, or a question of an exam. */
  passage: string | null
  /** The passages of a lesson, of which one may be chosen. */
  choices: readonly Passage[]
}

const NOWHERE = {
  courseId: null,
  releaseId: null,
  lessonId: null,
  part: null,
  passageHash: null,
  passage: null,
  choices: [],
}

/**
 * Looks up what a report is about, for those who may read it.
 *
 * @throws {AppError} not-found; what the page of the text itself would throw
 */
export async function reportedPlace(
  caller: Caller,
  asked: AskedPlace,
  locale: Locale,
  now: Date,
): Promise<ReportedPlace> {
  if (!namesPage(asked)) return lookUpPlace(caller, asked, locale, now)
  // Every page links to the form, even the error page for an address that does not exist or that she may not open.
  return lookUpPlace(caller, asked, locale, now).catch((error) => {
    if (error instanceof AppError && error.code !== 'unavailable') return asPage(asked)
    throw error
  })
}

/** True if the report is about a page as a whole, not about a part of it. */
function namesPage(asked: AskedPlace): boolean {
  if (asked.place === 'lesson') return asked.block === null && asked.section === null
  if (asked.place === 'exam') return asked.attempt === null
  return asked.place !== 'practice'
}

async function lookUpPlace(caller: Caller, asked: AskedPlace, locale: Locale, now: Date): Promise<ReportedPlace> {
  if (asked.place === 'lesson' || asked.place === 'practice') return inLesson(caller, asked, locale, now)
  if (asked.place === 'exam') return inExam(caller, asked, now)
  return asked.place === 'entry' ? inLibrary(asked, locale) : asPage(asked)
}

async function asPage(asked: AskedPlace): Promise<ReportedPlace> {
  const course = 'course' in asked ? asked.course : null
  const release = course === null ? null : await currentRelease(course)
  return { ...NOWHERE, place: 'page', path: asked.path, courseId: release?.courseId ?? null }
}

type InLesson = Extract<AskedPlace, { place: 'lesson' | 'practice' }>

async function inLesson(caller: Caller, asked: InLesson, locale: Locale, now: Date): Promise<ReportedPlace> {
  const { release, availability } = await readableCourse(caller, asked.course, now)
  if (asked.place === 'practice' && asked.lesson === null) {
    // Her practice set is closed while she sits the exam.
    if (availability.status === 'under-way') throw new AppError('not-found', 'practice set')
    return inPracticeSet(caller, asked, locale)
  }
  const lesson = release.lessons.get(asked.lesson ?? '')
  if (!lesson) throw new AppError('not-found', `lesson ${asked.lesson}`)
  const { courseId, id: releaseId, course } = release
  const where = { path: asked.path, courseId, releaseId, lessonId: asked.lesson }
  if (asked.place === 'practice') {
    const question = lesson.practice.find(({ id }) => id === asked.question)
    if (!question) throw new AppError('not-found', `question ${asked.question}`)
    return { ...NOWHERE, ...where, place: 'practice', ...asRead(question, locale) }
  }
  const all = passagesOf(course, lesson)
  const passages = asked.section === null ? all : sectionOf(all, asked.section)
  if (passages.length === 0) throw new AppError('not-found', `section ${asked.section}`)
  if (asked.block === null) return { ...NOWHERE, ...where, place: 'lesson', choices: passages }
  const passage = passages.find(({ block }) => block === asked.block)
  if (!passage) throw new AppError('not-found', `block ${asked.block}`)
  const read = { part: String(passage.block), passageHash: passage.hash, passage: passage.words[locale] }
  return { ...NOWHERE, ...where, place: 'lesson', ...read }
}

/** A second form in her practice set. All others are reserved for later, and must not be shown before. */
async function inPracticeSet(caller: Caller, asked: Extract<InLesson, { place: 'practice' }>, locale: Locale) {
  const set = await practiceSet(await permitToReadAccount(caller), asked.course)
  const question = set?.parts.flatMap(({ questions }) => questions).find(({ id }) => id === asked.question)
  if (!set || !question) throw new AppError('not-found', `question ${asked.question}`)
  const where = { path: asked.path, courseId: asked.course, releaseId: set.release.id }
  return { ...NOWHERE, ...where, place: 'practice', ...asRead(question, locale) } as const
}

function asRead(question: QuestionKey, locale: Locale) {
  return { part: question.id, passageHash: contentHash(question), passage: plainText(question.stem[locale]) }
}

type InExam = Extract<AskedPlace, { place: 'exam' }>

/**
 * A question of her own exam. No report stores its words: the export of her data must not show them outside the exam.
 */
async function inExam(caller: Caller, { path, course, attempt: number, position }: InExam, now: Date) {
  const { learner, permit, openQuestions } = await currentExaminee(caller, course, now)
  const attempt = learner.attempts.find((each) => (number === null ? each.handedInAt === null : each.number === number))
  if (!attempt) throw new AppError('not-found', 'attempt')
  const known: QuestionRow[] | undefined = attempt.handedInAt === null ? openQuestions : undefined
  const { questions, release } = await readAttempt(permit, attempt, known)
  const question = questions[position - 1]
  if (!question) throw new AppError('not-found', 'position')
  const read = { part: question.questionId, passageHash: contentHash(question.key) }
  return { ...NOWHERE, place: 'exam', path, courseId: course, releaseId: release.id, ...read } as const
}

type InLibrary = Extract<AskedPlace, { place: 'entry' }>

function inLibrary({ path, shelf, id }: InLibrary, locale: Locale): ReportedPlace {
  const passage = entryWords(shelf, id, locale)
  if (passage === null) throw new AppError('not-found', `entry ${id}`)
  const passageHash = reviewOf(library(), shelf, id).hashes[locale] ?? null
  return { ...NOWHERE, place: 'entry', path, part: id, passageHash, passage }
}
