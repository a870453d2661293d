import { memoizeText } from '../memoize'
import { parseSentence } from './markdown'
import { type MarkdownNode, textOf } from './markdown-tree'

export type InlinePart =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'ref'; text: string }
  | { kind: 'cite'; text: string; cite: string }

type Placed = { part: InlinePart; start: number; end: number }

/** Without these characters a text contains no mark. Most texts contain none, so the parser is skipped. */
const MAY_HOLD_MARKS = /:\p{L}|\*\*/u
const readMarked = memoizeText(readParts)

/** Reads the inline markup of a question's texts: `:cite[words]{id="…"}`, `:ref[448-1]`, `**strong**`. */
export function parseInline(source: string): readonly InlinePart[] {
  if (source === '') return []
  return MAY_HOLD_MARKS.test(source) ? readMarked(source) : [{ kind: 'text', text: source }]
}

/** Source text that no part represents is kept as it was typed. */
function readParts(source: string): readonly InlinePart[] {
  const parts: InlinePart[] = []
  const textUntil = (from: number, to: number) => {
    if (to > from) parts.push({ kind: 'text', text: source.slice(from, to) })
  }
  let end = 0
  for (const placed of partsUnder(parseSentence(source))) {
    textUntil(end, placed.start)
    parts.push(placed.part)
    end = placed.end
  }
  textUntil(end, source.length)
  return parts
}

function partsUnder(node: MarkdownNode): Placed[] {
  const part = partOf(node)
  const { start, end } = node.position ?? {}
  if (!part || start?.offset === undefined || end?.offset === undefined) {
    return (node.children ?? []).flatMap(partsUnder)
  }
  return [{ part, start: start.offset, end: end.offset }]
}

/** Null if the node is not a part: a mark without words or without an id, or a mark that only lessons may use. */
function partOf(node: MarkdownNode): InlinePart | null {
  const text = textOf(node)
  if (text === '') return null
  if (node.type === 'strong') return holdsMark(node) ? null : { kind: 'strong', text }
  if (node.type !== 'textDirective') return null
  const cite = node.attributes?.id
  if (node.name === 'cite') return cite ? { kind: 'cite', text, cite } : null
  return node.name === 'ref' ? { kind: 'ref', text } : null
}

function holdsMark({ children = [] }: MarkdownNode): boolean {
  return children.some((child) => child.type === 'textDirective' || holdsMark(child))
}
