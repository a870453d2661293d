import type { Element, ElementContent } from 'hast'
import { el, elementsIn, isElement } from './hast'

/** An entry of a drawing's list: `**Name** — words — :cite[…]`, and the blocks below it. */
export type Entry = {
  name: ElementContent[]
  words: ElementContent[]
  sources: ElementContent[]
  below: Element[]
}

const BLOCKS = ['p', 'ul', 'ol', 'blockquote']
/** Between a name and its words, and between the words and what they cite. */
const STARTS = /^\s*[—–:]?\s*/
const ENDS = /\s*[—–:;؛,،]?\s*$/
/** Between two citations: “ et ”, “, ”. */
const JOINT = /^[\s,،;؛]*(?:et|and|و)?[\s,،;؛]*$/

export function entryOf(item: Element): Entry {
  const { line, below } = split(item)
  const name = isElement(line[0], 'strong') ? line[0].children : []
  const rest = name.length > 0 ? line.slice(1) : line
  const cut = sourcesStart(rest)
  return { name, words: trimmed(rest.slice(0, cut)), sources: rest.slice(cut), below }
}

export function entriesOf(list: Element | undefined): Entry[] {
  return elementsIn(list).map(entryOf)
}

/** Name, words and citations of an entry, each on a line of its own. */
export function linesOf({ name, words, sources }: Entry): Element[] {
  return [
    ...(name.length > 0 ? [el('p', { className: ['name'] }, name)] : []),
    ...(words.length > 0 ? [el('p', {}, words)] : []),
    ...(sources.length > 0 ? [el('p', { className: ['src'] }, sources)] : []),
  ]
}

/** An item of a tight list holds its words itself, one of a loose list in a paragraph. */
function split(item: Element): { line: ElementContent[]; below: Element[] } {
  const children = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [first, ...more] = children
  if (isElement(first, 'p')) return { line: first.children, below: more.filter((child) => child.type === 'element') }
  const from = children.findIndex((child) => isElement(child, ...BLOCKS))
  const line = from < 0 ? children : children.slice(0, from)
  return { line, below: from < 0 ? [] : children.slice(from).filter((child) => child.type === 'element') }
}

/** The index of the first of the citations at the end of the line; the length of the line if there are none. */
function sourcesStart(line: readonly ElementContent[]): number {
  let start = line.length
  for (let at = line.length - 1; at >= 0; at--) {
    const node = line[at]
    if (isElement(node, 'x-cite')) start = at
    else if (node?.type !== 'text' || !JOINT.test(node.value)) break
  }
  return start
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes
    .map((node, at) => {
      if (node.type !== 'text') return node
      const value = at === 0 ? node.value.replace(STARTS, '') : node.value
      return { ...node, value: at === nodes.length - 1 ? value.replace(ENDS, '') : value }
    })
    .filter((node) => node.type !== 'text' || node.value !== '')
}
