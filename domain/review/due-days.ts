import { type Day, nextDay } from '../time/day'

/** The most questions a day in all her courses together, so that a backlog after a pause comes in small parts. */
export const MOST_A_DAY = 3

/** A question that waits. `pausedUntil`: its course is paused; on this day it resumes. */
export type WaitingCard = { id: string; dueOn: Day; pausedUntil: Day | null }
export type DueDay<Card> = { day: Day; cards: Card[] }

/**
 * The days from today on with the questions of each, if she answers all of them: those due longest first. A pause moves
 * only the questions that fall into it, and these to its end.
 *
 * @param answeredToday how many questions she has answered today.
 */
export function dueDays<Card extends WaitingCard>(
  cards: readonly Card[],
  today: Day,
  answeredToday: number,
): DueDay<Card>[] {
  const waiting = cards
    .map((card) => ({ card, from: latest(card.dueOn, card.pausedUntil ?? today, today) }))
    .toSorted((a, b) => compare(a.from, b.from) || compare(a.card.dueOn, b.card.dueOn) || compare(a.card.id, b.card.id))
  const days: DueDay<Card>[] = []
  for (const { card, from } of waiting) placeOf(days, from, today, answeredToday).push(card)
  return days
}

/** The questions of the first day with room for one, which is at `from` or later. */
function placeOf<Card>(days: DueDay<Card>[], from: Day, today: Day, answeredToday: number): Card[] {
  const last = days.at(-1)
  let day = last && last.day > from ? last.day : from
  if (last?.day === day && last.cards.length + (day === today ? answeredToday : 0) < MOST_A_DAY) return last.cards
  if (last?.day === day || (day === today && answeredToday >= MOST_A_DAY)) day = nextDay(day)
  const added: DueDay<Card> = { day, cards: [] }
  days.push(added)
  return added.cards
}

/** The questions of today, in the order in which they are asked. */
export function dueToday<Card extends WaitingCard>(
  cards: readonly Card[],
  today: Day,
  answeredToday: number,
): readonly Card[] {
  const [first] = dueDays(cards, today, answeredToday)
  return first?.day === today ? first.cards : []
}

function latest(...days: Day[]): Day {
  return days.toSorted(compare).at(-1) as Day
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
