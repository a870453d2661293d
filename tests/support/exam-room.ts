import { randomUUID } from 'node:crypto'
import type { Course } from '@/domain/course/course'
import type { SavedAnswer } from '@/domain/exam/save-answer'
import type { Answer } from '@/domain/question/answer'
import { permitFor } from '@/server/auth/permit'
import { db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { findQuestions } from '@/server/db/exam/attempts'
import { handIn } from '@/server/exam/hand-in'
import { saveAnswer } from '@/server/exam/save-answer'
import { startExam } from '@/server/exam/start-exam'
import { finishLesson } from '@/server/progress/finish-lesson'
import { singleChoice } from './course-factories'
import { smallCourse } from './exam-taken'
import { insertPerson } from './people'

export const NOW = new Date('2026-11-24T10:00:00Z')
export const RIGHT: Answer = ['a']
export const WRONG: Answer = ['b']

/** Three attempts of two questions each, from a bank of six. */
const exam = { questions: 2, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 2 } }
const bank = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((id) => singleChoice({ id, correct: ['a'] }))

/** Publishes a new course, or a further release of one. */
export async function publish(courseId = `course-${randomUUID()}`, number = 1, overrides: Partial<Course> = {}) {
  const content = { ...smallCourse(courseId), exam, bank, ...overrides }
  const row = { courseId, number, contentHash: `${courseId} ${number}`, lawDate: NOW, languages: ['ar'], content }
  return db().release.create({ data: row, select: { id: true, courseId: true } })
}

/** A learner with all her actions in the exam of a course. `course`: fields that replace those of the usual release. */
export async function examinee({ lessonsDone = true, course = {} as Partial<Course> } = {}) {
  const { id: releaseId, courseId } = await publish(undefined, 1, course)
  const person = await insertPerson()
  const { accountId, sessionId } = person
  await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  const permit = permitFor(actor, 'exam:sit', { courseId, learnerId: accountId })

  const learner = async () => {
    const found = await findLearner(sql(), accountId, courseId)
    if (!found) throw new Error('not enrolled')
    return found
  }
  /** The attempt under way, else the last one. */
  const attempt = async () => {
    const { attempts } = await learner()
    const last = attempts.find(({ handedInAt }) => handedInAt === null) ?? attempts.at(-1)
    if (!last) throw new Error('no attempt')
    return last
  }
  const finishLessons = async () => {
    const reading = permitFor(actor, 'course:learn', { courseId, learnerId: accountId })
    await finishLesson(reading, await learner(), 'offence', { end: true }, NOW)
  }
  const save = async (saved: Partial<SavedAnswer>) =>
    saveAnswer(permit, await attempt(), { position: 1, ageMs: 0, ...saved })
  const answerAll = async (answer: Answer) => {
    for (const position of [1, 2]) await save({ position, answer })
  }
  if (lessonsDone) await finishLessons()
  return {
    ...person,
    courseId,
    releaseId,
    permit,
    learner,
    attempt,
    finishLessons,
    save,
    answerAll,
    /** `now` does not affect the stored time, which is that of the database. */
    start: async (now = new Date()) => startExam(permit, await learner(), now),
    questions: async () => findQuestions(sql(), (await attempt()).id),
    handIn: async () => handIn(permit, await learner(), await attempt(), 'fr'),
    certificates: () => db().certificate.findMany({ where: { accountId } }),
  }
}
