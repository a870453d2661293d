import { sum } from './count-table'

/** A number of people who were not right at least once on one of these questions. */
export type OnQuestions = { questions: ReadonlySet<string>; people: number }

/**
 * Of how many people a reader learns by taking figures of one group from each other. Who was not right on one of some
 * questions was so on one of more questions too, so the difference of two such figures is about those for whom only the
 * further questions made the difference. And where every question of a figure is shown, their sum is more than the figure by
 * those who were not right on several.
 *
 * @param shown the other figures that are shown of the group.
 */
export function differences(figure: OnQuestions, shown: readonly OnQuestions[]): number[] {
  const nested = shown.flatMap((other) => {
    if (isPart(other.questions, figure.questions)) return [figure.people - other.people]
    return isPart(figure.questions, other.questions) ? [other.people - figure.people] : []
  })
  const parts = shown.filter(({ questions }) => questions.size === 1 && isPart(questions, figure.questions))
  const isWhole = figure.questions.size > 1 && parts.length === figure.questions.size
  const twice = isWhole ? sum(parts.map(({ people }) => people)) - figure.people : 0
  return twice > 0 ? [...nested, twice] : nested
}

/** Fewer questions, and all of them among the others. */
function isPart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size < others.size && [...some].every((id) => others.has(id))
}
