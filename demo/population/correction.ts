import 'server-only'
import { reportRegrade } from '@/domain/cohort/statistics/regrade-report'
import { findChanges } from '@/domain/course/changes'
import type { Course } from '@/domain/course/course'
import { sourcesOf, withBlock } from '@/domain/editorial/source-blocks'
import { LOCALES, type Locale, type Localized } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { comparedCourse, hashOfQuestion } from '@/server/content/passages'
import { currentRelease, type LoadedRelease } from '@/server/content/releases'
import { addAcceptedRole } from './act'
import { addPerson } from './person'
import { daysAfter, type TableBatch } from './table-batch'

const COURSE = 'fundamentals'
/** Numbers below that of the first published release of a course. */
const [FAULTY, CORRECTED] = [-1, 0]
/** The invented sentence in the faulty copy. */
const INVENTED: Localized = {
  ar: 'هذه الجملة مختلقة لأغراض العرض التجريبي، وقد حُذفت.',
  fr: 'Cette phrase, inventée pour la démonstration, a été retirée.',
  en: 'This sentence, invented for the demonstration, was taken out.',
}

/**
 * A copy of a course with an invented sentence and a wrong key, and the correction of both: a learner who has read the
 * lesson is told, and exams can be graded again. Nobody reads the copy, since the published release corrects it.
 */
export async function addCorrection(batch: TableBatch, learnerId: string, platformId: string): Promise<void> {
  const release = await currentRelease(COURSE)
  const wrong = release && withFaults(release.course, lessonsRead(batch, learnerId))
  const enrolled = batch.tables.Enrolment.findIndex((row) => row.accountId === learnerId && row.courseId === COURSE)
  const enrolment = batch.tables.Enrolment[enrolled]
  if (!release || !wrong || !enrolment) return
  const { course, question } = wrong
  const changes = findChanges(comparedCourse(course), comparedCourse(release.course), hashOfQuestion)
  const items = changes.map(({ hash: _, ...change }) => ({ ...change, weight: 'correction' as const }))
  const copy = addRelease(batch, release, { course, number: FAULTY, daysAgo: 400, changes: null })
  addRelease(batch, release, {
    course: release.course,
    number: CORRECTED,
    daysAgo: 4,
    changes: { correction: true, items },
  })
  batch.tables.Enrolment[enrolled] = { ...enrolment, releaseId: copy }
  awaitRegrade(batch, release, question, platformId)
}

/** The lessons that she has completed. */
function lessonsRead({ tables }: TableBatch, accountId: string): ReadonlySet<string> {
  const own = tables.Enrolment.find((row) => row.accountId === accountId && row.courseId === COURSE)
  const states = tables.LessonState.filter(({ enrolmentId, completedAt }) => enrolmentId === own?.id && completedAt)
  return new Set(states.map(({ lessonId }) => String(lessonId)))
}

/** Null if she has completed no lesson, or no question has two answers. */
function withFaults(course: Course, read: ReadonlySet<string>): { course: Course; question: QuestionKey } | null {
  const lesson = course.lessons.find(({ file }) => read.has(file.id))
  const block = lesson && paragraphIn(lesson.bodies)
  const question = course.bank.find((one) => one.kind === 'single')
  const other = question?.kind === 'single' && question.options.find(({ id }) => !question.correct.includes(id))
  if (!lesson || block === undefined || !question || !other) return null
  const bodies = Object.fromEntries(LOCALES.map((each) => [each, withInvented(lesson.bodies[each], block, each)]))
  const { passages: _, texts: __, ...written } = lesson
  const changed = { ...written, bodies: bodies as Localized }
  const asked = { ...question, correct: [other.id] } as QuestionKey
  return {
    course: {
      ...course,
      lessons: course.lessons.map((one) => (one === lesson ? changed : one)),
      bank: course.bank.map((one) => (one === question ? asked : one)),
    },
    question,
  }
}

/** The first block that is a paragraph in each language. */
function paragraphIn(bodies: Localized): number | undefined {
  const sources = LOCALES.map((each) => sourcesOf(bodies[each], 'lesson'))
  const found = (sources[0] ?? []).findIndex((_, block) => sources.every((all) => /^\p{L}/u.test(all[block] ?? '')))
  return found === -1 ? undefined : found
}

function withInvented(body: string, block: number, language: Locale): string {
  const source = sourcesOf(body, 'lesson')[block] ?? ''
  return withBlock(body, 'lesson', block, `${source} ${INVENTED[language]}`) ?? body
}

type Made = { course: Course; number: number; daysAgo: number; changes: object | null }

function addRelease(
  { tables, rng, now }: TableBatch,
  newest: LoadedRelease,
  { course, number, daysAgo, changes }: Made,
) {
  const publishedAt = daysAfter(now, -daysAgo)
  const id = rng.uuid(publishedAt)
  tables.Release.push({
    id,
    courseId: COURSE,
    number,
    contentHash: `demonstration ${number}`,
    lawDate: new Date(course.file.lawDate),
    languages: [...course.file.languages],
    content: JSON.stringify(course),
    publishedAt,
    correctedById: newest.id,
    changes: changes && JSON.stringify(changes),
  })
  return id
}

/** An invented administrator has proposed to grade exams again, so that the administrator who signs in can decide. */
function awaitRegrade(batch: TableBatch, release: LoadedRelease, { id: questionId }: QuestionKey, platformId: string) {
  const begun = daysAfter(batch.now, -90)
  const profile = { begun, function: 'other', institution: 'إدارة المنصة (حساب تجريبي)', locale: 'fr' } as const
  const { accountId } = addPerson(batch, profile)
  addAcceptedRole(batch, { accountId, institutionId: null, role: 'platform-administrator' }, platformId, begun)
  const proposedAt = daysAfter(batch.now, -3)
  batch.tables.RegradeProposal.push({
    id: batch.rng.uuid(proposedAt),
    courseId: COURSE,
    questionId,
    releaseId: release.id,
    reason: 'La réponse attendue était inexacte. (Proposition de démonstration)',
    effect: JSON.stringify(reportRegrade([])),
    proposedById: accountId,
    proposedAt,
  })
}
