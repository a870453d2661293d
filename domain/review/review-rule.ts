import { type Day, nextDay } from '../time/day'

/** What a person has done with one question. Days are days in Morocco. */
export type CardHistory = {
  /** The day on which the reviews of the course began. */
  startedOn: Day
  /** She answered the original question right in the course. */
  knewBefore: boolean
  /** Her answers, the oldest first. An answer that is right in part is not right. */
  answers: readonly { on: Day; right: boolean }[]
}

/** When a question is asked again, or why it is not. `turn`: how often it will then have been asked, from 1. */
export type CardState = { state: 'waits'; dueOn: Day; turn: number } | { state: 'learned'; on: Day }

/** Decides when a question is asked again. Another rule may replace `spacedReview` behind this type. */
export type ReviewRule = (history: CardHistory) => CardState

export const WRONG_DAYS = 8
export const RIGHT_DAYS = 16
export const RIGHT_IN_A_ROW = 2

/**
 * Eight days after a wrong answer, sixteen after a right one, and no more after two right ones in a row. This rule
 * was tested with working health professionals (Kerfoot and others 2010, doi 10.1016/j.jamcollsurg.2010.04.023;
 * Shaw, Long, Chopra and Kerfoot 2011, PubMed 21671276). Intervals that grow gained nothing over equal ones (Latimier and
 * others 2021).
 *
 * `knewBefore` sets the first interval in the same way, but does not count as an answer. A day on which she does
 * not answer changes nothing: the question stays due.
 */
export const spacedReview: ReviewRule = ({ startedOn, knewBefore, answers }) => {
  const learned = answers.find((_, index) => isLearned(answers.slice(0, index + 1)))
  if (learned) return { state: 'learned', on: learned.on }
  const { on, right } = answers.at(-1) ?? { on: startedOn, right: knewBefore }
  return { state: 'waits', dueOn: nextDay(on, right ? RIGHT_DAYS : WRONG_DAYS), turn: answers.length + 1 }
}

function isLearned(answers: CardHistory['answers']): boolean {
  const last = answers.slice(-RIGHT_IN_A_ROW)
  return last.length === RIGHT_IN_A_ROW && last.every(({ right }) => right)
}
