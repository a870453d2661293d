/**
 * How often a feature marks the right answer, how often it would by chance, and the message for authors if the two
 * differ too much.
 */
export type Share = { count: number; even: number; fault: string }
type Options = { options: readonly { id: string }[] }

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)

/** How often the right option is in first place, in second place, and so on. */
export function positionShares(keys: readonly (Options & { correct: readonly string[] })[]): Share[] {
  const most = Math.max(0, ...keys.map(({ options }) => options.length))
  return Array.from({ length: most }, (_, place) => {
    const count = keys.filter(({ options, correct }) => options[place]?.id === correct[0]).length
    const even = sum(keys.filter(({ options }) => place < options.length).map(({ options }) => 1 / options.length))
    const told = `the right option stands ${count} times in place ${place + 1}, an even share is ${even.toFixed(0)}`
    return { count, even, fault: `${told}: reorder some options` }
  })
}

/**
 * How often an id comes first, or last, in a key. The browser receives the ids, so a habit of the authors, such as
 * never putting the first option first, would reveal answers.
 *
 * @param sequenceOf the ids of a key in their order.
 */
export function idShares<K extends Options & { kind: string }>(
  keys: readonly K[],
  sequenceOf: (key: K) => readonly string[],
): Share[] {
  const ids = [...new Set(keys.flatMap(({ options }) => options.map(({ id }) => id)))].sort()
  return ([0, -1] as const).flatMap((end) =>
    ids.map((id) => {
      const having = keys.filter(({ options }) => options.some((option) => option.id === id))
      const count = having.filter((key) => sequenceOf(key).at(end) === id).length
      const even = sum(having.map(({ options }) => 1 / options.length))
      const told = `${id} is the ${end === 0 ? 'first' : 'last'} of a ${keys[0]?.kind} key ${count} times`
      return { count, even, fault: `${told}, an even share is ${even.toFixed(0)}: give some options other ids` }
    }),
  )
}
