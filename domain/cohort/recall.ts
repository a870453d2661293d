import type { Course } from '../course/course'
import { reservedForRetention } from '../course/reserved-for-retention'
import { type DrawnQuestion, drawExam } from '../exam/draw-exam'
import { type Day, dayOf, endOfDay, nextDay, startOfDay } from '../time/day'

/** The recall tests, named by the number of days after the cohort's last day. */
export const RECALL_FORMS = ['day-90', 'day-180'] as const
export type RecallForm = (typeof RECALL_FORMS)[number]

export const RECALL_DAYS: Record<RecallForm, number> = { 'day-90': 90, 'day-180': 180 }
/** The number of days for which a recall test is open. It is short, since the test measures memory at that time. */
export const OPEN_DAYS = 30

type Dates = { endsOn: Day; archivedAt: Date | null }

/** The days on which a test of a cohort is open, both included: the same for all of its people. */
export function recallDays(form: RecallForm, { endsOn, archivedAt }: Dates): { first: Day; last: Day } {
  const archived = archivedAt ? dayOf(archivedAt) : endsOn
  const first = nextDay(archived < endsOn ? archived : endsOn, RECALL_DAYS[form])
  return { first, last: nextDay(first, OPEN_DAYS - 1) }
}

export type Window = { opensAt: Date; closesAt: Date }

export function recallWindow(form: RecallForm, dates: Dates): Window {
  const { first, last } = recallDays(form, dates)
  return { opensAt: startOfDay(first), closesAt: endOfDay(last) }
}

/**
 * Draws the questions of a recall test: all second forms reserved for recall, in random order. Both tests ask the same
 * questions, so that a difference between the results cannot come from the questions.
 *
 * @param random uniform in [0, 1), from a cryptographic source.
 * @returns null if the course reserves none.
 */
export function drawRecall(course: Pick<Course, 'second'>, random: () => number): DrawnQuestion[] | null {
  const reserved = reservedForRetention(course)
  const questions = (course.second ?? []).flatMap(({ question }) => (reserved.has(question.id) ? [question] : []))
  if (questions.length === 0) return null
  const objectives = questions.map(({ objective }) => objective)
  const counts = Object.fromEntries(objectives.map((one) => [one, objectives.filter((other) => other === one).length]))
  return drawExam(questions, { objectives: counts }, new Set(), random)
}
