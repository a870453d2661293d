import type { Brief } from '../../library/brief'
import type { Localized } from '../../locale'
import type { EntrySource } from './source'

type Said = { at: string; texts: readonly Localized[]; cites: readonly string[] }

/** The points of a brief, each with its place in the file. */
export function briefPoints({ value }: Pick<EntrySource<Brief>, 'value'>): Said[] {
  if (!value) return []
  const { elements, degrees = [], checks = [], mistakes } = value
  const lists = { elements, checks, mistakes }
  return [
    ...Object.entries(lists).flatMap(([list, points]) =>
      points.map(({ text, cites }, index) => ({ at: `${list}.${index}`, texts: [text], cites })),
    ),
    ...degrees.map(({ when, outcome, cites }, index) => ({
      at: `degrees.${index}`,
      texts: outcome ? [when, outcome] : [when],
      cites,
    })),
  ]
}
