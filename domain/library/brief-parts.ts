import type { Localized } from '../locale'
import type { Brief } from './brief'
import { type Library, lookUp } from './library'

export type BriefPoint = { text: Localized; cites: readonly string[] }
type Shelves = Pick<Library, 'checklists' | 'procedureChecklists' | 'provisions'>

/** What to check: the points of the checklist that the sheet names, then its own. */
export function checksOf(
  { checklist, checks = [] }: Pick<Brief, 'checklist' | 'checks'>,
  shelves: Shelves,
): BriefPoint[] {
  return [...(checklistOf(shelves, checklist)?.items ?? []), ...checks]
}

export function checklistOf({ checklists, procedureChecklists }: Omit<Shelves, 'provisions'>, id: string | undefined) {
  return id === undefined ? undefined : (lookUp(procedureChecklists, id) ?? lookUp(checklists, id))
}

/** What is often got wrong: the notes on provisions that the sheet names, then its own. */
export function mistakesOf({ traps, mistakes }: Pick<Brief, 'traps' | 'mistakes'>, shelves: Shelves): BriefPoint[] {
  const named = traps.flatMap(({ provision, notes }) => {
    const known = lookUp(shelves.provisions, provision)?.traps ?? []
    return notes.flatMap((note) => known[note - 1] ?? [])
  })
  return [...named, ...mistakes]
}
