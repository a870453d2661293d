import type { Locale } from '../locale'
import { type LawStore, lookUp } from './library'
import type { Provision } from './provision'
import { readCitation, resolveCitation } from './resolve-citation'
import { writeCitation } from './write-citation'

/** When a text was written and signed. The days are ISO dates. */
export type Written = {
  /** The day up to which the law was read; null if the text does not state it. */
  lawDate: string | null
  /** The last legal sign-off of the present text; null if there is none. */
  signedOn: string | null
}

/** Whether a text is up to date with the newest version of a provision: `undated` may be either. */
export type LawStatus = 'current' | 'changed' | 'undated'

/** The first day (ISO) of a provision's newest version; null if the sources do not state it. */
export function newestSince({ versions }: Pick<Provision, 'versions'>): string | null {
  return versions[0]?.inForceFrom ?? null
}

/** A text older than the newest version is `changed` until a jurist signs it again, once that version is in force. */
export function lawStatusOf(provision: Pick<Provision, 'versions'>, { lawDate, signedOn }: Written): LawStatus {
  const since = newestSince(provision)
  if (since === null || (signedOn !== null && signedOn >= since)) return 'current'
  if (lawDate === null) return 'undated'
  return lawDate < since ? 'changed' : 'current'
}

/** Those of the cited provisions that have changed since a text was written, without repetition, in order. */
export function changedAmong(
  cites: readonly string[],
  { provisions }: Pick<LawStore, 'provisions'>,
  written: Written,
): Provision[] {
  const cited = new Set(cites.map((id) => readCitation(id)?.provision ?? id))
  return [...cited].flatMap((id) => {
    const provision = lookUp(provisions, id)
    return provision && lawStatusOf(provision, written) === 'changed' ? [provision] : []
  })
}

/** A provision that has changed, as a page names it. */
export type OutdatedCitation = { provision: string; name: string; since: string }

/** The changes to show beside a text that cites these provisions. */
export function outdatedCitations(
  cites: readonly string[],
  store: LawStore,
  written: Written,
  locale: Locale,
): OutdatedCitation[] {
  return changedAmong(cites, store, written).flatMap((provision) => {
    const since = newestSince(provision)
    const cited = since && resolveCitation(store, provision.id, since)
    return cited ? [{ provision: provision.id, name: writeCitation(cited, locale), since }] : []
  })
}

/** The changes as one string: equal strings mean equal notices. It is part of the cache key of rendered text. */
export function outdatedState(changes: readonly OutdatedCitation[]): string {
  return changes.map(({ provision, since }) => `${provision} ${since}`).join(' ')
}
