import type { Element } from 'hast'
import { type Entry, entriesOf, linesOf } from './entry'
import { el } from './hast'
import { numberMark } from './number-mark'
import type { Parts } from './parts'

/** Questions in their order, the outcome, and below them the way out. */
export function drawTest({ blocks: [list, exit] }: Parts): Element[] {
  const entries = entriesOf(list)
  return [
    el(
      'ol',
      { className: ['drawn', `of-${entries.length}`] },
      entries.map((entry, at) => (at === entries.length - 1 ? outcome(entry) : question(entry, at + 1))),
    ),
    ...(exit ? [el('p', { className: ['exit'] }, exit.children)] : []),
  ]
}

function question(entry: Entry, n: number): Element {
  return el('li', {}, numberMark(n), el('div', {}, linesOf(entry), entry.below.map(aside)))
}

function outcome(entry: Entry): Element {
  return el(
    'li',
    { className: ['outcome'] },
    el('span', { className: ['n'], ariaHidden: 'true' }),
    el('div', {}, linesOf(entry)),
  )
}

/** A quotation is the way round the question; a list is what it asks for all at once. */
function aside(block: Element): Element {
  if (block.tagName === 'blockquote') return el('div', { className: ['round'] }, block.children)
  return el('ul', { className: ['all'] }, block.children)
}
