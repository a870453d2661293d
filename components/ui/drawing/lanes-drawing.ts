import type { Element } from 'hast'
import { type Entry, entriesOf, linesOf } from './entry'
import { el, isElement } from './hast'
import { numberMark } from './number-mark'
import type { Parts } from './parts'

/** Lanes with their steps, numbered consecutively across all lanes; below them, the activities that never stop. */
export function drawLanes({ blocks: [list, ...always] }: Parts): Element[] {
  let n = 0
  const lanes = entriesOf(list).map((lane) => {
    const steps = entriesOf(lane.below.find((block) => isElement(block, 'ol')))
    const first = n + 1
    const drawn = steps.map((step) => {
      n += 1
      return el('li', {}, numberMark(n), el('div', {}, linesOf(step)))
    })
    return el(
      'li',
      { className: ['lane', ...(steps.length > 2 ? ['wide'] : [])] },
      el('div', { className: ['lane-name'] }, nameOf(lane)),
      el('ol', { start: first }, drawn),
    )
  })
  return [
    el('ul', { className: ['drawn'] }, lanes),
    ...(always.length > 0
      ? [
          el(
            'ul',
            { className: ['always'] },
            always.map((said) => el('li', {}, said.children)),
          ),
        ]
      : []),
  ]
}

/** The name of a lane may be in bold or not. */
function nameOf(lane: Entry): Element[] {
  const lines = linesOf(lane)
  return lane.name.length > 0 ? lines : lines.map((line) => (line.properties.className ? line : named(line)))
}

function named(line: Element): Element {
  return { ...line, properties: { className: ['name'] } }
}
