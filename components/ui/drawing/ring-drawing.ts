import type { Element } from 'hast'
import { valuesIn } from '@/domain/course/drawing'
import { directionOf } from '@/domain/locale'
import { entriesOf, linesOf } from './entry'
import { el } from './hast'
import type { Parts } from './parts'

const MIDDLE = 160
const OUTER = 156
const INNER = 98

/** Parts of a whole, each as long as its number: clockwise, or anticlockwise if the text runs from right to left. */
export function drawRing({ blocks: [list, ...notes], places, locale }: Parts): Element[] {
  const numbers = valuesIn(places).map(Number)
  const entries = entriesOf(list)
  const items = entries.map((entry, at) =>
    el(
      'li',
      {},
      el('span', { className: ['key'], ariaHidden: 'true' }, String(at + 1)),
      el('div', {}, linesOf(entry)),
      el('span', { className: ['num'] }, String(numbers[at] ?? '')),
    ),
  )
  const turn = directionOf(locale) === 'rtl' ? -1 : 1
  return [el('div', { className: ['drawn'] }, arcs(numbers, turn), el('ol', {}, items)), ...notes]
}

function arcs(numbers: readonly number[], turn: 1 | -1): Element {
  const total = numbers.reduce((sum, number) => sum + number, 0)
  let at = -Math.PI / 2
  const parts = numbers.flatMap((number, place) => {
    const end = at + (turn * 2 * Math.PI * number) / total
    const middle = (at + end) / 2
    const path = el('path', { d: arc(at, end, turn) })
    at = end
    const [x, y] = point((OUTER + INNER) / 2, middle)
    return [path, el('text', { x, y }, String(place + 1))]
  })
  return el(
    'svg',
    { viewBox: `0 0 ${2 * MIDDLE} ${2 * MIDDLE}`, ariaHidden: 'true', focusable: 'false' },
    parts,
    el('text', { className: ['total'], x: String(MIDDLE), y: String(MIDDLE) }, String(total)),
  )
}

function arc(from: number, to: number, turn: 1 | -1): string {
  const sweep = turn > 0 ? 1 : 0
  const large = Math.abs(to - from) > Math.PI ? 1 : 0
  const [a, b, c, d] = [point(OUTER, from), point(OUTER, to), point(INNER, to), point(INNER, from)]
  return `M${a.join(' ')}A${OUTER} ${OUTER} 0 ${large} ${sweep} ${b.join(' ')}L${c.join(' ')}A${INNER} ${INNER} 0 ${large} ${1 - sweep} ${d.join(' ')}z`
}

function point(radius: number, angle: number): [string, string] {
  return [(MIDDLE + radius * Math.cos(angle)).toFixed(1), (MIDDLE + radius * Math.sin(angle)).toFixed(1)]
}
