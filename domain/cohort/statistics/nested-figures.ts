import { sum } from './count-table'

/** How many people were wrong at least once on one of these questions. */
export type OnQuestions = { questions: ReadonlySet<string>; people: number }

/**
 * The numbers of people that a reader learns about by subtracting figures of one group from each other. People who were
 * wrong on one of some questions were also wrong on one of a larger set, so the difference of two such figures counts
 * the people for whom only the further questions made the difference. And if every question of a figure is shown, the
 * sum of the questions exceeds the figure by the people who were wrong on several.
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

/** True if the first set is smaller and all its questions are in the other. */
function isPart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size < others.size && [...some].every((id) => others.has(id))
}
