import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Locale } from '@/domain/locale'
import { DRAWINGS, type DrawingKind } from '@/domain/text/marks'
import { translator } from '@/i18n/translator'
import { el, elementsIn, isElement } from './hast'
import { drawLanes } from './lanes-drawing'
import { drawLegalTest } from './legal-test-drawing'
import type { Parts } from './parts'
import { drawRing } from './ring-drawing'
import { drawTime } from './time-drawing'
import { drawTracks } from './tracks-drawing'
import { drawTree } from './tree-drawing'

const DRAW: Readonly<Record<DrawingKind, (parts: Parts) => Element[]>> = {
  test: drawLegalTest,
  tree: drawTree,
  time: drawTime,
  lanes: drawLanes,
  tracks: drawTracks,
  ring: drawRing,
}

/**
 * Turns the drawing blocks of a text into figures. A figure consists of the lists that its author wrote, with lines
 * around them: it is read aloud, copied and printed as a list, and it keeps its citations.
 */
export function drawFigures(locale: Locale) {
  return () => (tree: Root) => {
    let count = 0
    visit(tree, 'element', (node) => {
      const kind = DRAWINGS.find((name) => node.tagName === `x-${name}`)
      if (!kind) return
      count += 1
      Object.assign(node, figure(kind, node, `drawing-${count}`, locale))
    })
  }
}

function figure(kind: DrawingKind, block: Element, id: string, locale: Locale): Element {
  const { at, years, on, of } = block.properties
  const children = elementsIn(block)
  const title = children.find((child) => isElement(child, 'x-title'))
  const [said, ...blocks] = children.filter((child) => child !== title)
  const parts = { blocks, places: at ?? years ?? on ?? of, locale, t: translator(locale) }
  const names = { ariaLabelledBy: [`${id}-title`], ariaDescribedBy: [`${id}-text`] }
  return el(
    'figure',
    { className: ['drawing', `drawn-${kind}`], ...names },
    el(
      'figcaption',
      {},
      el('p', { id: `${id}-title`, className: ['drawing-title'] }, title?.children ?? []),
      el('p', { id: `${id}-text` }, said?.children ?? []),
    ),
    DRAW[kind](parts),
  )
}
