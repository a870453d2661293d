import { searchWords } from './normalise-search'

export type ExcerptPart = { text: string; found: boolean }
export type Excerpt = {
  parts: readonly ExcerptPart[]
  /** How many of the searched words the whole text contains. */
  found: number
}

/** In characters, adjusted to whole words. */
const LENGTH = 220
/** How many characters are shown before the first match. */
const LEAD = 50

/** The passage of a text that contains the most of `tokens`, with each match marked. */
export function excerptOf(text: string, tokens: ReadonlySet<string>, length = LENGTH): Excerpt {
  const words = searchWords(text)
  const hits = words.filter(({ token }) => tokens.has(token))
  const distinctFrom = (start: number) =>
    new Set(hits.filter((hit) => hit.start >= start && hit.end <= start + length - LEAD).map(({ token }) => token)).size
  const best = hits.reduce(
    (kept, hit) => (distinctFrom(hit.start) > distinctFrom(kept) ? hit.start : kept),
    hits[0]?.start ?? 0,
  )
  const from = text.length <= length ? 0 : wordStart(text, words, best - LEAD)
  const until = wordEnd(text, words, from + length)

  const parts: ExcerptPart[] = []
  const add = (part: string, found: boolean) => part !== '' && parts.push({ text: part, found })
  let end = from
  for (const hit of hits.filter((candidate) => candidate.start >= from && candidate.end <= until)) {
    // Two years written as one word have the same position.
    if (hit.start < end) continue
    add(text.slice(end, hit.start), false)
    add(text.slice(hit.start, hit.end), true)
    end = hit.end
  }
  add(text.slice(end, until), false)
  if (from > 0) parts.unshift({ text: '… ', found: false })
  if (until < text.length) parts.push({ text: ' …', found: false })
  return { parts, found: new Set(hits.map(({ token }) => token)).size }
}

type Words = ReturnType<typeof searchWords>

function wordStart(text: string, words: Words, place: number): number {
  if (place <= 0) return 0
  return words.find(({ start }) => start >= place)?.start ?? text.length
}

function wordEnd(text: string, words: Words, place: number): number {
  if (place >= text.length) return text.length
  return words.findLast(({ end }) => end <= place)?.end ?? 0
}
