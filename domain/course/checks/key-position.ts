import { type CourseCheck, error, type Found } from './finding'
import { keysOf } from './questions'
import type { CourseSource } from './source'

/** How far a count may stray from an even share before a reader could profit from it. */
const SLACK = 0.5
const SLACK_QUESTIONS = 2

/** How often the right option of single-choice bank questions stands first, second, …, with the even share. */
export function keyPositions({ bank }: Pick<CourseSource, 'bank'>): { count: number; even: number }[] {
  const singles = keysOf(bank).flatMap((key) => (key.kind === 'single' ? key : []))
  const most = Math.max(0, ...singles.map(({ options }) => options.length))
  return Array.from({ length: most }, (_, position) => ({
    count: singles.filter(({ options, correct }) => options[position]?.id === correct[0]).length,
    even: singles
      .filter(({ options }) => position < options.length)
      .reduce((sum, { options }) => sum + 1 / options.length, 0),
  }))
}

/** No position of the right option is favoured, nor is true over false. */
export const keyPosition: CourseCheck = (course) => {
  const place = { path: course.bank[0]?.path ?? '', line: 1 }
  const positions = keyPositions(course).flatMap(({ count, even }, index): Found[] =>
    Math.abs(count - even) > Math.max(SLACK_QUESTIONS, even * SLACK)
      ? [
          error(
            place,
            `the right option stands ${count} times in place ${index + 1}, an even share is ${even.toFixed(0)}: reorder some options`,
          ),
        ]
      : [],
  )
  const truths = keysOf(course.bank).flatMap((key) => (key.kind === 'true-false' ? key.correct : []))
  const trues = truths.filter((truth) => truth === 'true').length
  const uneven = Math.abs(trues - truths.length / 2) > Math.max(SLACK_QUESTIONS, (truths.length / 2) * SLACK)
  return uneven
    ? [...positions, error(place, `${trues} of ${truths.length} true-false questions are true: turn some round`)]
    : positions
}
