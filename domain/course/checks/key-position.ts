import type { QuestionKey } from '../question'
import { type CourseCheck, error, type Found } from './finding'
import { keysOf } from './questions'
import type { CourseSource } from './source'

/** How far a count may differ from an even share before a learner could profit from it. */
const SLACK = 0.5
const SLACK_QUESTIONS = 2

type Share = { count: number; even: number }

/** How often the right option of single-choice bank questions is the first, second, …, with the even share. */
export function keyPositions({ bank }: Pick<CourseSource, 'bank'>): Share[] {
  const singles = keysOf(bank).flatMap((key) => (key.kind === 'single' ? key : []))
  const most = Math.max(0, ...singles.map(({ options }) => options.length))
  return Array.from({ length: most }, (_, position) => ({
    count: singles.filter(({ options, correct }) => options[position]?.id === correct[0]).length,
    even: singles
      .filter(({ options }) => position < options.length)
      .reduce((sum, { options }) => sum + 1 / options.length, 0),
  }))
}

const isUneven = ({ count, even }: Share) => Math.abs(count - even) > Math.max(SLACK_QUESTIONS, even * SLACK)

/** The sequence of a key: for each prompt its option, for each rank its item. */
function sequenceOf(key: QuestionKey): string[] {
  if (key.kind === 'ordering') return key.correct
  return key.kind === 'matching' ? key.prompts.flatMap(({ id }) => key.correct[id] ?? []) : []
}

/**
 * How often an id answers the first (or last) prompt, or is first (last) in an order, with the even share. Ids are sent
 * to the browser. If authors fall into a habit, such as never putting the first option first, the ids would reveal it.
 */
export function idShares({ bank }: Pick<CourseSource, 'bank'>, kind: 'matching' | 'ordering', end: 0 | -1) {
  const keys = keysOf(bank).flatMap((key) => (key.kind === kind ? key : []))
  const ids = [...new Set(keys.flatMap(({ options }) => options.map(({ id }) => id)))].sort()
  return ids.map((id) => {
    const having = keys.filter(({ options }) => options.some((option) => option.id === id))
    const count = having.filter((key) => sequenceOf(key).at(end) === id).length
    return { id, count, even: having.reduce((sum, { options }) => sum + 1 / options.length, 0) }
  })
}

/** No position of the right option may be favoured, nor true over false, nor an id in matching and ordering. */
export const keyPosition: CourseCheck = (course) => {
  const place = { path: course.bank[0]?.path ?? '', line: 1 }
  const sequences = (['matching', 'ordering'] as const).flatMap((kind) =>
    ([0, -1] as const).flatMap((end) =>
      idShares(course, kind, end)
        .filter(isUneven)
        .map(({ id, count, even }) => {
          const told = `is the ${end === 0 ? 'first' : 'last'} of a ${kind} key ${count} times`
          return error(place, `${id} ${told}, an even share is ${even.toFixed(0)}: give some options other ids`)
        }),
    ),
  )
  const positions = keyPositions(course).flatMap(({ count, even }, index): Found[] =>
    isUneven({ count, even })
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
  const turned = isUneven({ count: trues, even: truths.length / 2 })
    ? [error(place, `${trues} of ${truths.length} true-false questions are true: turn some round`)]
    : []
  return [...positions, ...sequences, ...turned]
}
