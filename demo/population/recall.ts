import 'server-only'
import { drawRecall, RECALL_FORMS, type RecallForm, recallWindow } from '@/domain/cohort/recall'
import type { QuestionKey } from '@/domain/question/question'
import { rankOf } from '@/domain/rank-of'
import type { MadeCohort } from './cohort-plan'
import { inventedAnswer } from './invented-answer'
import { simulateAnswer } from './irt-traits'
import { makeRng, type Rng } from './rng'
import { daysAfter, type TableBatch } from './table-batch'

/** By recall test: the share of people who answer, and the loss of ability by then, on its scale. */
const LATER: Readonly<Record<RecallForm, { answer: number; forgotten: number }>> = {
  'day-90': { answer: 0.75, forgotten: 0.3 },
  'day-180': { answer: 0.6, forgotten: 0.5 },
}

/**
 * Adds the recall tests of a cohort that have already closed, with the answers of its people. Each cohort has a random
 * source of its own, so that the people of other cohorts stay the same. Its seed is the cohort's id, since the rows of
 * earlier cohorts may already have been written and cleared.
 */
export function addRecalls(batch: TableBatch, cohort: MadeCohort): void {
  const { tables, now } = batch
  const { id: cohortId, release } = cohort
  const rng = makeRng(rankOf(cohortId))
  const courseId = release.course.file.id
  const keys = new Map((release.course.second ?? []).map(({ question }) => [question.id, question]))
  for (const form of RECALL_FORMS) {
    const window = recallWindow(form, cohort)
    const drawn = window.closesAt <= now ? drawRecall(release.course, rng.random) : null
    if (!drawn) continue
    const { opensAt } = window
    tables.RecallTest.push({
      cohortId,
      courseId,
      form,
      releaseId: release.id,
      drawnAt: opensAt,
      ...window,
      questions: JSON.stringify(drawn),
    })
    const questions = drawn.flatMap(({ questionId }) => keys.get(questionId) ?? [])
    for (const accountId of examined(batch, { cohortId, courseId }, opensAt))
      if (rng.chance(LATER[form].answer))
        addAnswers(
          batch,
          { cohortId, courseId, accountId, form, questions, at: daysAfter(opensAt, rng.random() * 20) },
          rng,
        )
  }
}

/** The people who had handed in an exam of the course, in this cohort and before `before`. */
function examined(
  { tables }: TableBatch,
  { cohortId, courseId }: { cohortId: string; courseId: string },
  before: Date,
): ReadonlySet<string> {
  const enrolments = tables.Enrolment.filter((enrolment) => enrolment.courseId === courseId)
  const people = new Map(enrolments.map(({ id, accountId }) => [id, String(accountId)]))
  const attempts = tables.Attempt.filter(
    ({ cohortId: of, handedInAt }) => of === cohortId && handedInAt instanceof Date && handedInAt < before,
  )
  return new Set(attempts.flatMap(({ enrolmentId }) => people.get(enrolmentId ?? '') ?? []))
}

type Sat = {
  cohortId: string
  courseId: string
  accountId: string
  form: RecallForm
  questions: readonly QuestionKey[]
  at: Date
}

function addAnswers(
  { tables }: TableBatch,
  { cohortId, courseId, accountId, form, questions, at }: Sat,
  rng: Rng,
): void {
  const sittingId = rng.uuid(at)
  const ability = 0.8 + rng.normal() * 0.8 - LATER[form].forgotten
  tables.TestSitting.push({ id: sittingId, cohortId, courseId, accountId, form, startedAt: at, handedInAt: at })
  questions.forEach((question, place) => {
    const { right } = simulateAnswer(ability, question, new Map(), rng)
    const answer = JSON.stringify(inventedAnswer(question, right, rng))
    tables.TestAnswer.push({ sittingId, position: place + 1, answer, answeredAt: at })
  })
}
