import { randomUUID } from 'node:crypto'
import type { ChangeWeight } from '@/domain/course/changes'
import type { Course } from '@/domain/course/course'
import type { Answer } from '@/domain/question/answer'
import { permitFor } from '@/server/auth/permit'
import { publishCourse } from '@/server/content/publish-course'
import { loadRelease } from '@/server/content/releases'
import { db, sql } from '@/server/db/client'
import { findLearner, insertEnrolment } from '@/server/db/course/learners'
import { findQuestions } from '@/server/db/exam/attempts'
import { handIn } from '@/server/exam/hand-in'
import { saveAnswer } from '@/server/exam/save-answer'
import { startExam } from '@/server/exam/start-exam'
import { answerPractice, practiceAnswers } from '@/server/practice/answer-practice'
import { finishLesson } from '@/server/progress/finish-lesson'
import { localized, singleChoice } from './course-factories'
import { NOW } from './exam-room'
import { smallCourse } from './exam-taken'
import { insertPerson } from './people'

const exam = { questions: 2, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 2 } }
export const bankOf = (prefix: string, correct = 'a') =>
  [1, 2, 3, 4].map((n) => singleChoice({ id: `${prefix}${n}`, correct: [correct] }))
const correction = (id: string) => ({ id, date: '2026-11-27', what: localized(id) })

/** A course of one lesson, with a bank of four questions whose right answer is `a`. */
export function draftOf(courseId = `course-${randomUUID()}`): Course {
  return { ...smallCourse(courseId), exam, bank: bankOf('q') }
}

/** The same course with another text in its lesson, and the corrections that it declares. */
export function rewritten(course: Course, body: string, corrections: readonly string[] = []): Course {
  return {
    ...course,
    file: { ...course.file, ...(corrections.length > 0 && { corrections: corrections.map(correction) }) },
    lessons: course.lessons.map((lesson) => ({ ...lesson, bodies: { ar: body, fr: body, en: body } })),
  }
}

/** Publishes a course. @param weight of each change that a person must weigh. */
export async function publishNow(course: Course, weight: ChangeWeight = 'editorial') {
  const outcome = await publishCourse(course)
  if (outcome.status !== 'unmarked') return outcome
  const marks = outcome.unmarked.map(({ lesson, question, hash }) =>
    question === null ? { lesson: lesson ?? '', hash, weight } : { question, hash, weight },
  )
  return publishCourse(course, marks)
}

export function releaseNumbered(courseId: string, number: number) {
  return db().release.findUniqueOrThrow({ where: { courseId_number: { courseId, number } } })
}

/** A learner who began the course with one of its releases. */
export async function learnerOn(courseId: string, number: number) {
  const person = await insertPerson()
  const { accountId, sessionId } = person
  await insertEnrolment(sql(), accountId, courseId, (await releaseNumbered(courseId, number)).id)
  const actor = { kind: 'person', accountId, sessionId, confirmed: true, locale: 'ar' } as const
  const target = { courseId, learnerId: accountId }
  const [sits, learns] = [permitFor(actor, 'exam:sit', target), permitFor(actor, 'course:learn', target)]
  const learner = async () => {
    const found = await findLearner(sql(), accountId, courseId)
    if (!found) throw new Error('not enrolled')
    return found
  }
  const read = async () => loadRelease((await learner()).releaseId)
  const attempt = async () => {
    const last = (await learner()).attempts.at(-1)
    if (!last) throw new Error('no attempt')
    return last
  }
  return {
    ...person,
    learner,
    attempt,
    /** The release that she reads, its number and the text of its lesson. */
    read,
    reads: async () => {
      const { number: reading, course } = await read()
      return { number: reading, text: course.lessons[0]?.bodies.fr }
    },
    finish: async () => finishLesson(learns, await learner(), 'offence', { end: true }, NOW),
    practise: async (id: string, answer: Answer) => {
      const question = (await read()).questions.get(id)
      return question ? answerPractice(learns, await learner(), question, answer, NOW) : null
    },
    practised: async () => practiceAnswers(learns, await learner(), await read()),
    start: async (now = new Date()) => startExam(sits, await learner(), now),
    questions: async () => (await findQuestions(sql(), (await attempt()).id)).map(({ questionId }) => questionId),
    answer: async (position: number, answer: Answer) =>
      saveAnswer(sits, await attempt(), { position, ageMs: 0, answer }),
    handIn: async () => handIn(sits, await learner(), await attempt(), 'fr'),
  }
}
