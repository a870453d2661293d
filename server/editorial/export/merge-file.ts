import 'server-only'
import { diffArrays } from 'diff'

/** The passages of the base from `start` to before `end`, and the passages that replace them. */
type Edit = { start: number; end: number; passages: readonly string[] }

/**
 * A three-way merge: makes in `now` the changes of a proposal from `base` to `text`. Null if `now` has another change
 * of the same passage: then a person must decide.
 */
export function mergeFile(
  path: string,
  { base, text, now }: { base: string; text: string; now: string },
): string | null {
  if (now === base || now === text) return text
  const split = path.endsWith('.md') ? paragraphsOf : itemsOf
  const passages = split(base)
  const [proposed, made] = [editsOf(passages, split(text)), editsOf(passages, split(now))]
  const missing = proposed.filter((edit) => !made.some((other) => isSame(edit, other)))
  if (missing.some((edit) => made.some((other) => touches(edit, other)))) return null
  const edits = [...made, ...missing].toSorted((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  let place = 0
  for (const { start, end, passages: written } of edits) {
    pieces.push(...passages.slice(place, start), ...written)
    place = end
  }
  return [...pieces, ...passages.slice(place)].join('')
}

/**
 * The paragraphs, each with the empty lines after it. Two changes of the same paragraph conflict, since nobody has read
 * them together.
 */
function paragraphsOf(text: string): string[] {
  return groups(text, (line, before) => line.trim() !== '' && before.trim() === '')
}

/** The entries of a list or map, each with all that is indented under it. Each lesson of an outline is one entry. */
function itemsOf(text: string): string[] {
  return groups(text, (line) => /^\S/.test(line)).flatMap((item) =>
    item.startsWith('outline:') ? lessonsOf(item) : item,
  )
}

function lessonsOf(outline: string): string[] {
  return outline.split(outline.includes('[') ? /(?<=,)/ : /(?<=\n)(?=\s*- )/)
}

function groups(text: string, begins: (line: string, before: string) => boolean): string[] {
  const found: string[] = []
  let before = ''
  for (const line of text.split(/(?<=\n)/)) {
    if (found.length === 0 || begins(line, before)) found.push(line)
    else found[found.length - 1] += line
    before = line
  }
  return found
}

function editsOf(before: readonly string[], after: readonly string[]): Edit[] {
  const edits: Edit[] = []
  let [place, open] = [0, false]
  for (const { value, added, removed, count } of diffArrays([...before], [...after])) {
    if (!added && !removed) {
      place += count
      open = false
      continue
    }
    const last = open ? edits.pop() : undefined
    const edit = last ?? { start: place, end: place, passages: [] }
    if (removed) place += count
    edits.push({ start: edit.start, end: place, passages: added ? [...edit.passages, ...value] : edit.passages })
    open = true
  }
  return edits.flatMap(onePassageEach)
}

/** If a run keeps its number of passages, each passage is an edit of its own. */
function onePassageEach(edit: Edit): Edit[] {
  const { start, end, passages } = edit
  if (end - start !== passages.length) return [edit]
  return passages.map((passage, place) => ({ start: start + place, end: start + place + 1, passages: [passage] }))
}

function isSame(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.passages.join('') === other.passages.join('')
}

/** An insertion also conflicts with a change right before or after it: nobody knows which of the two comes first. */
function touches(one: Edit, other: Edit): boolean {
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)]
  const adds = one.start === one.end || other.start === other.end
  return adds ? start <= end : start < end
}
