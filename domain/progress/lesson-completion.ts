import type { COMPLETION_RULES } from '../course/course'

type CompletionRule = (typeof COMPLETION_RULES)[number]

/** A condition of a lesson, and whether it is met. `next` is the id of the first question not yet answered. */
export type LessonCondition =
  | { rule: 'reach-end'; met: boolean }
  | { rule: 'answer-practice'; met: boolean; answered: number; total: number; next: string | null }

export type LessonRead = {
  endReached: boolean
  /** The inline questions of the lesson, in order. */
  practice: readonly { id: string }[]
  /** The ids of questions that were answered, rightly or wrongly. */
  answered: { has: (id: string) => boolean }
}

/** The conditions under which a lesson counts as completed. A lesson of an older course has none. */
export function lessonConditions(rules: readonly CompletionRule[] = [], read: LessonRead): LessonCondition[] {
  return rules.map((rule) => (rule === 'reach-end' ? { rule, met: read.endReached } : { rule, ...practiced(read) }))
}

function practiced({ practice, answered }: LessonRead) {
  const open = practice.filter(({ id }) => !answered.has(id))
  const total = practice.length
  return { met: open.length === 0, answered: total - open.length, total, next: open[0]?.id ?? null }
}

export function mayComplete(conditions: readonly LessonCondition[]): boolean {
  return conditions.every(({ met }) => met)
}

/** What she has begun that depends on the completed lessons. Each has its sentence under `lesson.settled`. */
export type Settled = 'exam' | 'second-test'

/** Why a completed lesson can no longer be marked as not done; null while it can. */
export function whySettled(begun: { exam: boolean; secondTest: boolean }): Settled | null {
  if (begun.exam) return 'exam'
  return begun.secondTest ? 'second-test' : null
}
