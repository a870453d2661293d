import { groupBy } from '../group-by'
import type { Instrument } from './instrument'
import type { Library } from './library'
import type { Provision } from './provision'

export type Shelf = { instrument: Instrument; provisions: readonly Provision[] }

/** The instruments that magistrates open most; the others follow in the order of instruments.yaml. */
const FIRST = ['penal-code', 'criminal-procedure', 'law-27-14', 'decree-2-17-740']
/** The articles that law 27-14 added to the penal code come before its other articles. */
const OFFENCE = /^cp-448-/

/** Every provision, by instrument and in the order of its number. Instruments without provisions are left out. */
export function shelves({ instruments, provisions }: Pick<Library, 'instruments' | 'provisions'>): Shelf[] {
  const rank = ({ id }: Instrument) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length)
  return Object.values(instruments)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((instrument) => ({
      instrument,
      provisions: Object.values(provisions)
        .filter((provision) => provision.instrument === instrument.id)
        .toSorted(byNumber),
    }))
    .filter((shelf) => shelf.provisions.length > 0)
}

/** An instrument whose one text is cited as a whole: it needs no list of provisions. */
export function isWhole({ provisions }: Shelf): boolean {
  return provisions.length === 1 && provisions[0]?.number === null
}

function byNumber(a: Provision, b: Provision): number {
  const [offenceA, offenceB] = [OFFENCE.test(a.id), OFFENCE.test(b.id)]
  if (offenceA !== offenceB) return offenceA ? -1 : 1
  return (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true }) || a.id.localeCompare(b.id)
}

/** A run of a long shelf, with the numbers of its first and last provision. */
export type ShelfPart = { from: string; to: string; provisions: readonly Provision[] }

/** A shelf with no more provisions than this is not divided. */
const GLANCE = 40

/** The parts of a long shelf, hundred by hundred, so that an article is found by its number. A short one has none. */
export function partsOf({ provisions }: Shelf): ShelfPart[] {
  if (provisions.length <= GLANCE) return []
  return [...groupBy(provisions, hundredOf).values()].map((part) => ({
    from: part[0]?.number ?? '',
    to: part.at(-1)?.number ?? '',
    provisions: part,
  }))
}

function hundredOf({ id, number }: Provision): string {
  return OFFENCE.test(id) ? 'offence' : String(Math.floor(Number.parseInt(number ?? '', 10) / 100))
}
