import type { Element } from 'hast'
import { MOST_YEARS, readYears, valuesIn, YEARS_STEP, type Years } from '@/domain/course/drawing'
import { entriesOf, linesOf } from './entry'
import { el } from './hast'
import type { Parts } from './parts'

/** Questions in the order in which they are asked, each with its answer. The last entry is the remaining case. */
export function drawTree({ blocks: [list, ...notes], places, t }: Parts): Element[] {
  const years = valuesIn(places).map(readYears)
  const entries = entriesOf(list)
  const items = entries.map((entry, at) => {
    const isLast = at === entries.length - 1
    const [answer] = entriesOf(entry.below[0])
    return el(
      'li',
      {},
      el('div', { className: ['ask'] }, linesOf(entry)),
      el(
        'div',
        { className: ['get'] },
        !isLast && el('span', { className: ['yes'] }, t('lesson.drawing.yes')),
        answer ? linesOf(answer) : [],
        years[at] ? scale(years[at]) : null,
      ),
      !isLast && el('span', { className: ['no'] }, t('lesson.drawing.no')),
    )
  })
  return [el('ol', { className: ['drawn'] }, items), ...notes]
}

/** The years on a scale, hidden from screen readers: the answer gives them in words. */
function scale({ from, to }: Years): Element {
  const cells = Array.from({ length: MOST_YEARS / YEARS_STEP }, (_, cell) => cell * YEARS_STEP)
  return el(
    'span',
    { className: ['years'], ariaHidden: 'true' },
    cells.map((start) => el('i', start >= from && (to === null || start < to) ? { className: ['on'] } : {})),
  )
}
