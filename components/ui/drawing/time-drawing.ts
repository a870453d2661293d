import type { Element } from 'hast'
import { valuesIn } from '@/domain/course/drawing'
import { entriesOf } from './entry'
import { el } from './hast'
import type { Parts } from './parts'

/** The widths that the style sheet knows: the longest stretch of time is this many times as wide as the shortest. */
const WIDEST = 6

/** Days in order; the distance to the next day is proportional to the time between them, within bounds. */
export function drawTime({ blocks: [list, ...notes], places }: Parts): Element[] {
  const days = valuesIn(places)
  const spans = days.slice(1).map((day, at) => daysIn(day) - daysIn(days[at] ?? day))
  const longest = Math.max(...spans, 1)
  const entries = entriesOf(list)
  const items = entries.map(({ name, words, sources }, at) =>
    el(
      'li',
      { className: [`gap-${Math.max(1, Math.round(((spans[at] ?? 0) / longest) * WIDEST))}`] },
      el('time', days[at] ? { dateTime: days[at] } : {}, name),
      words.length > 0 && el('p', {}, words),
      sources.length > 0 && el('p', { className: ['src'] }, sources),
    ),
  )
  return [el('ol', { className: ['drawn', `of-${entries.length}`] }, items), ...notes]
}

/** Days since 1 January 1970; a year or a month counts as its first day. */
function daysIn(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / 86_400_000
}
