import { z } from 'zod'
import { type LawStore, lookUp } from '../library/library'
import type { Provision } from '../library/provision'
import { overlap, readCitation } from '../library/resolve-citation'
import { localizedSchema } from '../locale'

const daySchema = z.iso.date()
const namesSchema = z.array(z.string().min(1)).default([])

/**
 * An entry of courses/<course>/law-changes.yaml: what the law changed between two law dates of the course. `what` is
 * told to people who hold a certificate of the earlier date.
 */
export const lawChangeSchema = z.strictObject({
  since: daySchema,
  lawDate: daySchema,
  what: localizedSchema,
  /** The provisions or paragraphs that changed. A law update shows the sections and questions that cite them. */
  changed: namesSchema,
  /** Provisions that changed without any consequence for the course. */
  untouched: namesSchema,
  /** Sections (`lesson#section`) and questions that belong to the change, although they cite no changed provision. */
  also: namesSchema,
  /** Sections and questions that cite a changed provision, but did not change in substance. */
  without: namesSchema,
})
export const lawChangesSchema = z.array(lawChangeSchema)
export type LawChange = z.infer<typeof lawChangeSchema>

/** The days (ISO) between which the law changed: after the first, up to the second. */
export type LawSpan = Pick<LawChange, 'since' | 'lawDate'>

/** Whether a version of a provision began, or its last one ended, between the two days. */
export function changedWithin({ versions }: Pick<Provision, 'versions'>, { since, lawDate }: LawSpan): boolean {
  return versions.some(
    ({ inForceFrom, inForceUntil }) =>
      (inForceFrom !== null && inForceFrom > since && inForceFrom <= lawDate) ||
      // The last day in force is still a day of the old law.
      (inForceUntil !== undefined && inForceUntil >= since && inForceUntil < lawDate),
  )
}

/** The cited provisions that changed between the two days, each once. */
export function changedProvisions(
  cites: readonly string[],
  law: Pick<LawStore, 'provisions'>,
  span: LawSpan,
): string[] {
  const ids = new Set(cites.flatMap((cite) => readCitation(cite)?.provision ?? []))
  return [...ids].filter((id) => {
    const provision = lookUp(law.provisions, id)
    return provision !== undefined && changedWithin(provision, span)
  })
}

/**
 * The changes of the law since a day. Empty if nothing is declared, or if the entries do not reach back to that day,
 * because they would then be incomplete.
 */
export function changesSince(entries: readonly LawChange[] = [], day: string): LawChange[] {
  const later = entries.filter(({ lawDate }) => lawDate > day)
  return later[0] && later[0].since <= day ? later : []
}

/** The changed provisions that are cited. A citation may name the changed part, a part of it, or a whole around it. */
export function touchedBy(cites: readonly string[], entries: readonly LawChange[]): string[] {
  const changed = entries.flatMap((entry) => entry.changed).flatMap((id) => readCitation(id) ?? [])
  const cited = cites.flatMap((id) => readCitation(id) ?? [])
  const hit = changed.filter((one) => cited.some((other) => overlap(other, one)))
  return [...new Set(hit.map(({ provision }) => provision))]
}

/** @param place of a text: `lesson#section`, or the id of a question; null before the first section. */
export function isMarked(
  { cites, place }: { cites: readonly string[]; place: string | null },
  entries: readonly LawChange[],
): boolean {
  const named = (places: readonly string[]) => place !== null && places.includes(place)
  return entries.some((entry) => !named(entry.without) && (named(entry.also) || touchedBy(cites, [entry]).length > 0))
}
