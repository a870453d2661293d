import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import { drawExam } from '@/domain/exam/draw-exam'
import { gradeExam } from '@/domain/exam/grade-exam'
import type { QuestionKey } from '@/domain/question/question'
import type { Enrolment } from './enrolment'
import { inventedAnswer } from './invented-answer'
import type { SimulatedAnswer } from './irt-traits'
import type { TableBatch } from './table-batch'

const HOUR_MS = 3_600_000

export type AttemptPlan = {
  /** Counted from 1. */
  number: number
  startedAt: Date
  simulate: (question: QuestionKey) => SimulatedAnswer
  /** The cohort in which the attempt was begun; null for a learner without one. */
  cohortId: string | null
  /** Not handed in yet: some answers are missing. */
  open: boolean
}

export type MadeAttempt = { id: string; questions: readonly QuestionKey[]; passed: boolean; endedAt: Date }

/** Adds one attempt with its questions and answers, graded as the site grades. */
export function addAttempt(
  { tables, rng }: TableBatch,
  { enrolmentId, id: releaseId, course, questions }: Enrolment,
  { number, startedAt, cohortId, simulate, open }: AttemptPlan,
): MadeAttempt {
  const id = rng.uuid(startedAt)
  const rule = examRuleOf(course)
  const answered = drawExam(course.bank, rule, new Set(), rng.random).map(({ questionId, order }) => {
    const question = questions.get(questionId)
    if (!question) throw new Error(`no question ${questionId}`)
    const { right, certainty } = simulate(question)
    const answer = !open || rng.chance(0.5) ? inventedAnswer(question, right, rng) : null
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
      flagged: rng.chance(0.1),
      savedSeq: answer ? startedAt.getTime() : 0,
      answeredAt: answer ? startedAt : null,
    })
  })
  return { id, questions: answered.map(({ question }) => question), passed: !open && passed, endedAt }
}
