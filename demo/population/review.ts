import 'server-only'
import { secondFormsToStudy } from '@/domain/course/reserved-for-retention'
import { chooseCards } from '@/domain/review/choose-cards'
import { type CardHistory, spacedReview } from '@/domain/review/review-rule'
import { dayOf } from '@/domain/time/day'
import { inventedAnswer } from './invented-answer'
import { daysAfter, type Release, type TableBatch } from './table-batch'

/** Days until the first `ANSWERED` questions were answered, the last of them wrongly. The others wait. */
const ANSWERED_AFTER = 16
const ANSWERED = 3

/** Adds the review of a course that a person has passed: some questions were answered once, the others are due. */
export function addReview(
  { tables, rng }: TableBatch,
  release: Release,
  { accountId, begun }: { accountId: string; begun: Date },
): void {
  const courseId = release.course.file.id
  const forms = chooseCards(secondFormsToStudy(release.course), { missed: new Set(), seed: `${accountId} ${courseId}` })
  if (forms.length === 0) return
  const startedOn = dayOf(begun)
  const answeredAt = daysAfter(begun, ANSWERED_AFTER)
  tables.ReviewPlan.push({ accountId, courseId, startedOn })
  for (const [place, { question }] of forms.entries()) {
    const cardId = rng.uuid(begun)
    const right = place < ANSWERED - 1
    const answers: CardHistory['answers'] = place < ANSWERED ? [{ on: dayOf(answeredAt), right }] : []
    const next = spacedReview({ startedOn, knewBefore: true, answers })
    const waits =
      next.state === 'waits' ? { turn: next.turn, dueOn: next.dueOn } : { turn: answers.length + 1, dueOn: null }
    tables.ReviewCard.push({ id: cardId, accountId, courseId, questionId: question.id, ...waits })
    if (answers.length === 0) continue
    const answer = JSON.stringify(inventedAnswer(question, right, rng))
    const given = { answer, certainty: right ? 'sure' : 'guess', right, answeredAt }
    tables.ReviewAnswer.push({ cardId, turn: 1, releaseId: release.id, ...given })
  }
}
