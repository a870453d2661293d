import type { Element } from 'hast'
import { type Entry, entriesOf, linesOf } from './entry'
import { el } from './hast'
import { numberMark } from './number-mark'
import type { Parts } from './parts'

/** Questions in order, then the outcome; the paragraph below says what follows from a “no”. */
export function drawLegalTest({ blocks: [list, exit] }: Parts): Element[] {
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

/** A quotation says when the question is skipped; a list names what the question requires together. */
function aside(block: Element): Element {
  if (block.tagName === 'blockquote') return el('div', { className: ['round'] }, block.children)
  return el('ul', { className: ['all'] }, block.children)
}
