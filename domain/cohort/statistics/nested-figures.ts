import { sum } from './count-table'

/** `people`: the number of people who were wrong at least once on one of these questions. */
export type OnQuestions = { questions: ReadonlySet<string>; people: number }

/**
 * The numbers of people that a reader learns about by subtracting figures of one group from each other. People who were
 * wrong on one of some questions were also wrong on one of a larger set, so the difference of two such figures counts
 * the people who were wrong only on the further questions. And if several figures share no question and together have
 * the questions of another figure, their sum exceeds it by the people who were wrong on several of them.
 *
 * @param shown the other figures of the group that are shown.
 */
export function differences(figure: OnQuestions, shown: readonly OnQuestions[]): number[] {
  const nested = shown.flatMap((other) => {
    if (isPart(other.questions, figure.questions)) return [figure.people - other.people]
    return isPart(figure.questions, other.questions) ? [other.people - figure.people] : []
  })
  return [...nested, ...excesses(figure, shown).filter((twice) => twice > 0)]
}

/** True if the first set is smaller and all its questions are in the other. */
function isPart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size < others.size && [...some].every((id) => others.has(id))
}

/** The limit on the ways to divide a figure that are compared. A figure with more is not shown, to be safe. */
const MOST_WAYS = 20_000
const UNKNOWN = 1

/**
 * By how much the parts exceed the whole, for each way to divide this figure's questions among other figures, or
 * another figure's questions among this one and others.
 */
function excesses(figure: OnQuestions, shown: readonly OnQuestions[]): number[] {
  const wholes = shown.filter(({ questions }) => isPart(figure.questions, questions))
  const ways = { left: MOST_WAYS }
  const asWhole = sumsOf(figure.questions, partsOf(figure, shown), ways).map((parts) => parts - figure.people)
  const asPart = wholes.flatMap((whole) => {
    const rest = new Set([...whole.questions].filter((id) => !figure.questions.has(id)))
    const others = partsOf(whole, shown).filter(({ questions }) => [...questions].every((id) => rest.has(id)))
    return sumsOf(rest, others, ways).map((parts) => parts + figure.people - whole.people)
  })
  return ways.left > 0 ? [...asWhole, ...asPart] : [UNKNOWN]
}

/** The figures about a part of the whole's questions. Figures about the same questions are equal, so one is kept. */
function partsOf(whole: OnQuestions, shown: readonly OnQuestions[]): OnQuestions[] {
  const parts = shown.filter(({ questions }) => isPart(questions, whole.questions))
  return [...new Map(parts.map((part) => [[...part.questions].toSorted().join(' '), part])).values()]
}

/** The sums of people of all ways to divide the questions into parts. @param ways how many steps are left. */
function sumsOf(questions: ReadonlySet<string>, parts: readonly OnQuestions[], ways: { left: number }): number[] {
  const [first] = questions
  if (first === undefined) return [0]
  const sums = new Set<number>()
  for (const part of parts.filter((one) => one.questions.has(first))) {
    ways.left -= 1
    if (ways.left <= 0) break
    const rest = new Set([...questions].filter((id) => !part.questions.has(id)))
    const others = parts.filter((other) => [...other.questions].every((id) => rest.has(id)))
    for (const more of sumsOf(rest, others, ways)) sums.add(sum([part.people, more]))
  }
  return [...sums]
}
