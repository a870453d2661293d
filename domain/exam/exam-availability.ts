import type { ExamRule } from '../course/course'

/** `givenBack`: the attempt failed because of a wrong key and does not count. */
export type PastAttempt = { number: number; handedInAt: Date | null; passed: boolean | null; givenBack?: boolean }

/** Whether a person may sit an exam now. `attemptsLeft` counts the attempts that she has not begun. */
export type ExamAvailability =
  /** The course has no exam. */
  | { status: 'none'; attemptsLeft: 0 }
  | { status: 'locked'; attemptsLeft: number }
  /** The exam opens for her cohort on a later day. */
  | { status: 'not-yet'; opensAt: Date; attemptsLeft: number }
  | { status: 'open'; attemptsLeft: number }
  | { status: 'under-way'; number: number; attemptsLeft: number }
  | { status: 'cooling-down'; opensAt: Date; attemptsLeft: number }
  | { status: 'passed'; attemptsLeft: number }
  | { status: 'exhausted'; attemptsLeft: 0 }

const HOUR_MS = 3_600_000

/**
 * An attempt under way stays open, whatever the other rules say.
 *
 * @param from when the exam opens for her cohort; null without such a date.
 */
export function examAvailability(
  attempts: readonly PastAttempt[],
  rule: Pick<ExamRule, 'attempts' | 'coolDownHours'> | null,
  lessonsDone: boolean,
  now: Date,
  from: Date | null = null,
): ExamAvailability {
  if (rule === null) return { status: 'none', attemptsLeft: 0 }
  const counted = attempts.filter(({ givenBack }) => !givenBack)
  const attemptsLeft = Math.max(0, rule.attempts - counted.length)
  const open = attempts.find((attempt) => attempt.handedInAt === null)
  if (open) return { status: 'under-way', number: open.number, attemptsLeft }
  if (attempts.some((attempt) => attempt.passed)) return { status: 'passed', attemptsLeft }
  if (attemptsLeft === 0) return { status: 'exhausted', attemptsLeft: 0 }
  if (from !== null && from > now) return { status: 'not-yet', opensAt: from, attemptsLeft }
  const last = Math.max(...counted.map((attempt) => attempt.handedInAt?.getTime() ?? 0), 0)
  const opensAt = new Date(last + rule.coolDownHours * HOUR_MS)
  if (last > 0 && opensAt > now) return { status: 'cooling-down', opensAt, attemptsLeft }
  return lessonsDone ? { status: 'open', attemptsLeft } : { status: 'locked', attemptsLeft }
}

/** The answer key is shown once it can no longer help: after a pass, or after the last attempt was handed in. */
export function keyIsOpen(availability: ExamAvailability): boolean {
  return availability.status === 'passed' || availability.status === 'exhausted'
}
