import type { ExamRule } from '../course/course'

export type PastAttempt = { number: number; handedInAt: Date | null; passed: boolean | null }

/** Where a person stands with an exam. `attemptsLeft` counts those not yet begun. */
export type ExamAvailability =
  /** Nothing is graded in this course. */
  | { status: 'none'; attemptsLeft: 0 }
  | { status: 'locked'; attemptsLeft: number }
  /** Her cohort sits it from a later day on. */
  | { status: 'not-yet'; opensAt: Date; attemptsLeft: number }
  | { status: 'open'; attemptsLeft: number }
  | { status: 'under-way'; number: number; attemptsLeft: number }
  | { status: 'cooling-down'; opensAt: Date; attemptsLeft: number }
  | { status: 'passed'; attemptsLeft: number }
  | { status: 'exhausted'; attemptsLeft: 0 }

const HOUR_MS = 3_600_000

/**
 * An attempt under way stays open whatever else holds: a rule never takes it away.
 *
 * @param from when her cohort's exam opens; null without one.
 */
export function examAvailability(
  attempts: readonly PastAttempt[],
  rule: Pick<ExamRule, 'attempts' | 'coolDownHours'> | null,
  lessonsDone: boolean,
  now: Date,
  from: Date | null = null,
): ExamAvailability {
  if (rule === null) return { status: 'none', attemptsLeft: 0 }
  const attemptsLeft = Math.max(0, rule.attempts - attempts.length)
  const open = attempts.find((attempt) => attempt.handedInAt === null)
  if (open) return { status: 'under-way', number: open.number, attemptsLeft }
  if (attempts.some((attempt) => attempt.passed)) return { status: 'passed', attemptsLeft }
  if (attemptsLeft === 0) return { status: 'exhausted', attemptsLeft: 0 }
  if (from !== null && from > now) return { status: 'not-yet', opensAt: from, attemptsLeft }
  const last = Math.max(...attempts.map((attempt) => attempt.handedInAt?.getTime() ?? 0), 0)
  const opensAt = new Date(last + rule.coolDownHours * HOUR_MS)
  if (last > 0 && opensAt > now) return { status: 'cooling-down', opensAt, attemptsLeft }
  return lessonsDone ? { status: 'open', attemptsLeft } : { status: 'locked', attemptsLeft }
}

/** The key is shown once it can no longer help: after passing, or after the last attempt was handed in. */
export function keyIsOpen(availability: ExamAvailability): boolean {
  return availability.status === 'passed' || availability.status === 'exhausted'
}
