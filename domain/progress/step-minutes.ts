import type { LessonStep } from '../course/lesson-steps'
import { countWords } from '../text/markup'

/** The minutes that a step takes, in whole minutes: its share of the planned minutes of its lesson, by its words. */
export function stepMinutes(steps: readonly LessonStep[], place: number, lessonMinutes: number): number {
  const words = steps.map(({ text }) => countWords(text))
  const all = words.reduce((sum, count) => sum + count, 0)
  return Math.max(1, Math.round((lessonMinutes * (words[place] ?? 0)) / Math.max(1, all)))
}
