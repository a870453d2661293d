export type Side = 'ltr' | 'rtl'
/** A part of a line with its own direction, isolated so that the text beside it keeps its order. */
type Isolate = { from: number; to: number; side: Side }
type LineSides = { side: Side; isolates: readonly Isolate[] }

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u
/** The attributes of a mark, `{id="cp-448-1#2"}`, and the name before its words, `:cite`. */
const ATTRIBUTES = /\{[^{}]*\}|:{1,3}[a-z]+(?=[[{])/g

/** In which direction a line of a file is written. `side`: that of the file. */
export function sidesOf(line: string, side: Side): LineSides {
  return side === 'rtl' ? ofArabic(line) : ofLatin(line)
}

/** A line with Latin but no Arabic letters is syntax: `::law{cite="cp-448-1"}`, `revision: 3`. */
function ofArabic(line: string): LineSides {
  if (!ARABIC.test(line)) return { side: LATIN.test(line) ? 'ltr' : 'rtl', isolates: [] }
  const isolates = [...line.matchAll(ATTRIBUTES)].map(
    ({ 0: { length }, index }): Isolate => ({ from: index, to: index + length, side: 'ltr' }),
  )
  return { side: 'rtl', isolates }
}

/** What stands before a value: `  - text: { ar: "`. */
const KEYS = /^\s*(?:- )?(?:[\w-]+:\s+)?(?:\{\s*[\w-]+:\s+)?["']?/
/** Where a value ends that stands with others in braces. */
const NEXT_VALUE = /,\s+[\w-]+:\s|\s*\}\s*$/

/** The Arabic text in a YAML line: from the start of its value to the end of the value or of the line. */
function ofLatin(line: string): LineSides {
  const first = line.search(ARABIC)
  if (first === -1) return { side: 'ltr', isolates: [] }
  const before = KEYS.exec(line)?.[0] ?? ''
  const from = Math.min(first, before.length)
  const end = before.includes('{') ? line.slice(from).search(NEXT_VALUE) : -1
  return { side: 'ltr', isolates: [{ from, to: end === -1 ? line.trimEnd().length : from + end, side: 'rtl' }] }
}
