/** Neighbouring paragraphs of two texts. In an equal run both sides are the same. */
export type Run = { equal: boolean; before: readonly string[]; after: readonly string[] }

/** The most pairs that are compared in one run: the work then grows with the length of the texts, not with its square. */
export const MOST_PAIRS = 10_000

/**
 * Cuts two texts into equal and changed runs. Equal are the paragraphs at both ends of a run, and those that are in
 * both texts exactly once, as far as their order is the same.
 */
export function runsOf(before: readonly string[], after: readonly string[]): Run[] {
  const [head, tail] = [equalAtStart(before, after), equalAtEnd(before, after)]
  const [endBefore, endAfter] = [before.length - tail, after.length - tail]
  const middle = changedRuns(before.slice(head, endBefore), after.slice(head, endAfter))
  return [
    { equal: true, before: before.slice(0, head), after: after.slice(0, head) },
    ...middle,
    { equal: true, before: before.slice(endBefore), after: after.slice(endAfter) },
  ].filter((run) => run.before.length + run.after.length > 0)
}

function equalAtStart(before: readonly string[], after: readonly string[]): number {
  const first = before.findIndex((paragraph, place) => paragraph !== after[place])
  return first === -1 ? before.length : first
}

/** Without the paragraphs that are equal at the start. */
function equalAtEnd(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length) - equalAtStart(before, after)
  let tail = 0
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return tail
}

function changedRuns(before: readonly string[], after: readonly string[]): Run[] {
  const anchors = anchorsOf(before, after)
  if (anchors.length === 0) return halved(before, after)
  const ends = [...anchors, [before.length, after.length] as const]
  return ends.flatMap(([i, j], place) => {
    const [fromBefore, fromAfter] = anchors[place - 1] ?? [0, 0]
    return runsOf(before.slice(fromBefore, i), after.slice(fromAfter, j))
  })
}

type Anchor = readonly [before: number, after: number]

/** The places of the paragraphs that both texts have exactly once, without those that have moved. */
function anchorsOf(before: readonly string[], after: readonly string[]): Anchor[] {
  const places = placesOfSingles(after)
  const shared = [...placesOfSingles(before)].flatMap(([paragraph, place]): Anchor[] => {
    const there = places.get(paragraph)
    return there === undefined ? [] : [[place, there]]
  })
  return longestRising(shared)
}

/** The place of each paragraph that a text has exactly once, in the order of the text. */
function placesOfSingles(text: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const paragraph of text) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  return new Map(text.flatMap((paragraph, place) => (counts.get(paragraph) === 1 ? [[paragraph, place] as const] : [])))
}

type Chain = { anchor: Anchor; earlier: Chain | undefined }

/** The longest series of anchors whose places rise in both texts; they are given in the order of the first. */
function longestRising(anchors: readonly Anchor[]): Anchor[] {
  // `ends[n]` is the chain of n + 1 anchors that ends first in the second text.
  const ends: Chain[] = []
  for (const anchor of anchors) {
    const longer = lengthBefore(ends, anchor[1])
    ends[longer] = { anchor, earlier: ends[longer - 1] }
  }
  const found: Anchor[] = []
  for (let chain = ends.at(-1); chain; chain = chain.earlier) found.unshift(chain.anchor)
  return found
}

/** How many of the chains end before a place, found by halving: their ends rise. */
function lengthBefore(ends: readonly Chain[], place: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.anchor[1] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** A run that is too long to compare each pair is compared half by half. */
function halved(before: readonly string[], after: readonly string[]): Run[] {
  if (before.length * after.length <= MOST_PAIRS) return [{ equal: false, before, after }]
  const [i, j] = [before.length >> 1, after.length >> 1]
  return [...halved(before.slice(0, i), after.slice(0, j)), ...halved(before.slice(i), after.slice(j))]
}
