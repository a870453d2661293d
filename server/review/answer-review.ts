import 'server-only'
import { AppError } from '@/domain/errors'
import type { Answer, Certainty } from '@/domain/question/answer'
import { gradeAnswer } from '@/domain/question/grade-answer'
import type { QuestionKey } from '@/domain/question/question'
import type { Turn } from '@/domain/review/read-turn'
import { spacedReview } from '@/domain/review/review-rule'
import { findSecondForm } from '@/domain/review/second-forms'
import { whyRetired } from '@/domain/review/why-retired'
import { dayOf } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import { inTransaction, sql } from '../db/client'
import { findLearner } from '../db/course/learners'
import {
  findReviewAnswer,
  findReviewCard,
  findReviewHistory,
  insertReviewAnswer,
  lockReviewCard,
  type OwnedCard,
  type ReviewAnswerRow,
  setNextTurn,
} from '../db/review/reviews'
import { releaseFor } from './my-review'

export type AskedTurn = Turn & { card: OwnedCard; question: QuestionKey; release: LoadedRelease }
export type JudgedTurn = { question: QuestionKey; release: LoadedRelease; given: ReviewAnswerRow }
type Given = { answer: Answer; certainty: Certainty | null }

/**
 * A turn that waits for her answer: the question of the newest release. Null if it is not hers, of a course that
 * she may not read any more, retired, answered, or not due yet.
 */
export async function askedTurn(permit: Permit<'account:read'>, turn: Turn, now: Date): Promise<AskedTurn | null> {
  const card = await ownCard(permit, turn)
  if (!card) return null
  const asked = await questionOf(card, now)
  return asked && isDue(card, turn, now) ? { ...turn, card, ...asked } : null
}

/** A turn that she has answered, as it was asked then. Null if it is not hers, or has no answer. */
export async function judgedTurn(permit: Permit<'account:read'>, turn: Turn): Promise<JudgedTurn | null> {
  const card = await ownCard(permit, turn)
  if (!card) return null
  const given = await findReviewAnswer(sql(), turn.cardId, turn.turn)
  const release = given && (await loadRelease(given.releaseId))
  const question = release && findSecondForm(release.course, card.questionId)?.question
  return question ? { question, release, given } : null
}

/** Her card of a course that she may still read. */
async function ownCard({ actor, target: { accountId } }: Permit<'account:read'>, { cardId }: Turn) {
  const card = await findReviewCard(sql(), cardId)
  if (card?.accountId !== accountId) return null
  const learner = await findLearner(sql(), accountId, card.courseId)
  return (await releaseFor(actor, card.courseId, learner)) && card
}

/** The question of a card as the newest release asks it; null if it is retired. It does not check who may read it. */
export async function questionOf(
  { courseId, questionId, startedOn }: Pick<OwnedCard, 'courseId' | 'questionId' | 'startedOn'>,
  now: Date,
): Promise<{ question: QuestionKey; release: LoadedRelease } | null> {
  const release = await currentRelease(courseId)
  if (!release || whyRetired({ questionId, startedOn }, release.course, library(), dayOf(now))) return null
  const question = findSecondForm(release.course, questionId)?.question
  return question ? { question, release } : null
}

/** Whether a turn is the next one of its card, and due. */
export function isDue({ turn, dueOn, stopped }: OwnedCard, asked: Turn, now: Date): boolean {
  return !stopped && turn === asked.turn && dueOn !== null && dueOn <= dayOf(now)
}

/**
 * Stores the one answer to a turn, and decides when the question is asked again.
 *
 * @returns false if the turn was answered before, in another window or by the link of a letter: that answer stays.
 */
export async function answerTurn(
  { cardId, turn, card, question, release }: AskedTurn,
  given: Given,
  now: Date,
): Promise<boolean> {
  const right = gradeAnswer(question, given.answer) === 1
  return inTransaction(async (tx) => {
    const next = await lockReviewCard(tx, cardId)
    if (next === null) throw new AppError('not-found', 'review card')
    if (next !== turn) return false
    const answers = [...(await findReviewHistory(tx, cardId)), { right, answeredAt: now }]
    const state = spacedReview({
      startedOn: card.startedOn,
      knewBefore: false,
      answers: answers.map((answer) => ({ on: dayOf(answer.answeredAt), right: answer.right })),
    })
    await insertReviewAnswer(tx, { cardId, turn }, { ...given, right, releaseId: release.id, answeredAt: now })
    await setNextTurn(tx, cardId, turn + 1, state.state === 'waits' ? state.dueOn : null)
    return true
  })
}
