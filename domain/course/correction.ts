import type { Course, CourseFile, ExamRule } from './course'

/**
 * What two releases must share for a learner to read one in place of the other: the steps of the course and the exam.
 */
export type ReleaseShape = { outline: readonly string[]; languages: readonly string[]; exam: ExamRule | null }

export type Difference = 'lessons' | 'languages' | 'exam'

export function shapeOf({ file, exam }: Pick<Course, 'file' | 'exam'>): ReleaseShape {
  return { outline: file.outline, languages: file.languages, exam }
}

/**
 * Why a release cannot replace an earlier one for its learners; null if it can. A learner half-way through keeps her
 * completed lessons and the exam rule with which she began.
 */
export function whyNoCorrection(earlier: ReleaseShape, later: ReleaseShape): Difference | null {
  if (!isSameList(earlier.outline, later.outline)) return 'lessons'
  if (!isSameList(earlier.languages.toSorted(), later.languages.toSorted())) return 'languages'
  return isSameRule(earlier.exam, later.exam) ? null : 'exam'
}

type Declared = Pick<CourseFile, 'corrections'>

/** Whether a course declares a correction that the release before it did not. */
export function bringsCorrection({ corrections = [] }: Declared, before: readonly { id: string }[]): boolean {
  return corrections.some(({ id }) => !before.some((known) => known.id === id))
}

function isSameRule(a: ExamRule | null, b: ExamRule | null): boolean {
  if (a === null || b === null) return a === b
  const { objectives, ...rule } = a
  const { objectives: objectivesOfOther, ...ruleOfOther } = b
  return isSameRecord(rule, ruleOfOther) && isSameRecord(objectives, objectivesOfOther)
}

function isSameRecord(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place])
}
