import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import type { QuestionKey } from '@/domain/course/question'
import { drawExam } from '@/domain/exam/draw-exam'
import { gradeExam } from '@/domain/exam/grade-exam'
import type { Enrolment } from './enrolment'
import type { Filling } from './filling'
import { inventedAnswer } from './invented-answer'
import type { Known } from './traits'

const HOUR_MS = 3_600_000

export type Sitting = {
  /** Counted from 1. */
  number: number
  startedAt: Date
  knows: (question: QuestionKey) => Known
  /** The cohort in which the attempt was begun; null for a learner without one. */
  cohortId: string | null
  /** Not handed in yet: some answers are missing. */
  open: boolean
}

export type MadeAttempt = { id: string; questions: readonly QuestionKey[]; passed: boolean; endedAt: Date }

/** Adds one attempt with its questions and answers, graded as the site grades. */
export function addAttempt(
  { tables, roll }: Filling,
  { enrolmentId, id: releaseId, course, questions }: Enrolment,
  { number, startedAt, cohortId, knows, open }: Sitting,
): MadeAttempt {
  const id = roll.uuid(startedAt)
  const rule = examRuleOf(course)
  const answered = drawExam(course.bank, rule, new Set(), roll.random).map(({ questionId, order }) => {
    const question = questions.get(questionId)
    if (!question) throw new Error(`no question ${questionId}`)
    const { right, certainty } = knows(question)
    const answer = !open || roll.chance(0.5) ? inventedAnswer(question, right, roll) : null
    return { question, order, answer, certainty: answer && certainty }
  })
  const { earned, possible, passed } = gradeExam(answered, rule.passRate)
  const endedAt = new Date(startedAt.getTime() + HOUR_MS)
  const result = open
    ? { handedInAt: null, earned: null, possible: null, passed: null }
    : { handedInAt: endedAt, earned, possible, passed }

  tables.Attempt.push({ id, enrolmentId, releaseId, number, startedAt, cohortId, ...result })
  answered.forEach(({ question, order, answer, certainty }, index) => {
    tables.AttemptQuestion.push({
      attemptId: id,
      position: index + 1,
      questionId: question.id,
      order,
      answer: answer && JSON.stringify(answer),
      certainty,
      flagged: roll.chance(0.1),
      savedSeq: answer ? startedAt.getTime() : 0,
      answeredAt: answer ? startedAt : null,
    })
  })
  return { id, questions: answered.map(({ question }) => question), passed: !open && passed, endedAt }
}
