import type { DocumentKind } from '../case/case-parts'
import type { PracticeKind } from '../case/practice-kind'
import type { Seat } from '../case/simulation/simulation'
import type { OutdatedCitation } from '../library/outdated-citation'
import type { Localized } from '../locale'
import type { Effort } from './effort'

export const PRACTICE_STATES = ['new', 'open', 'done'] as const
export type PracticeState = (typeof PRACTICE_STATES)[number]

/** What can be done with a file. `path`: its address without the language. */
export type PracticeAction = { kind: PracticeKind; path: string; state: PracticeState }

/** An invented file, or the person of a referral plan, once, with all that can be done with it. */
export type PracticeFile = Effort & {
  id: string
  title: Localized
  lead: Localized
  /** The first one is what the file was written for. */
  actions: readonly [PracticeAction, ...PracticeAction[]]
  /** Who decides in it; none if it is no simulation. */
  seats: readonly Seat[]
  /** The course to which it belongs; null if no course that the reader may see names it. */
  course: { id: string; title: Localized } | null
  /** The lessons that name it. */
  lessons: readonly { title: Localized; path: string }[]
  /** The kind of paper by which a list draws it. */
  face: DocumentKind
  /** The changes of the law since the file was written. A file with such a change is retired. */
  retired: readonly OutdatedCitation[]
}

/** Open if anything is under way, otherwise done if anything has been done. */
export function stateOf({ actions }: Pick<PracticeFile, 'actions'>): PracticeState {
  const states = actions.map(({ state }) => state)
  if (states.includes('open')) return 'open'
  return states.includes('done') ? 'done' : 'new'
}

/** A retired file can only be finished. */
export function canBeOpened({ retired, actions }: Pick<PracticeFile, 'retired' | 'actions'>): boolean {
  return retired.length === 0 || stateOf({ actions }) === 'open'
}
