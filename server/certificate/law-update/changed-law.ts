import 'server-only'
import { paragraphsIn, type WordingRow } from '@/domain/library/compared-wording'
import { lookUp } from '@/domain/library/library'
import type { Provision, ProvisionVersion } from '@/domain/library/provision'
import { readCitation, resolveCitation } from '@/domain/library/resolve-citation'
import { onThatDay } from '@/domain/library/versions-in-time'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { compareWordings } from '../../library/compare-versions'
import type { LawOffer } from './law-offers'

/** A changed provision: the passages that differ between the two days, in each language that has both wordings. */
export type ChangedProvision = {
  id: string
  name: string
  wordings: readonly { language: Locale; rows: readonly WordingRow[] }[]
}

/** The provisions that an offer is about, in the order in which the course names them, each once. */
export function changedLaw({ entries, release, since, lawDate }: LawOffer, locale: Locale): ChangedProvision[] {
  const { course } = release
  const ids = new Set(entries.flatMap(({ changed }) => changed.flatMap((id) => readCitation(id)?.provision ?? [])))
  return [...ids].flatMap((id) => {
    const provision = lookUp(course.provisions, id)
    if (!provision) return []
    const cited = resolveCitation(course, id, lawDate)
    const name = cited ? writeCitation(cited, locale) : provision.title[locale]
    const [before, after] = [inForce(provision, since), inForce(provision, lawDate)]
    return [{ id, name, wordings: wordingsOf(provision, before, after, locale) }]
  })
}

/** The version of a day; null before its first day and after its last. */
function inForce(provision: Provision, day: string): ProvisionVersion | null {
  const state = onThatDay(provision, day)
  return 'version' in state ? state.version : null
}

function wordingsOf(
  { kind }: Provision,
  before: ProvisionVersion | null,
  after: ProvisionVersion | null,
  locale: Locale,
): ChangedProvision['wordings'] {
  const languages: readonly Locale[] = kind === 'card' ? [locale] : ['ar', 'fr']
  return languages.flatMap((language) => {
    const [old, now] = [before, after].map((version) => (version ? paragraphsIn(version, language) : []))
    // A version that is not translated says nothing about what changed.
    const isUnknown = (before && old?.length === 0) || (after && now?.length === 0)
    if (isUnknown || !old || !now) return []
    const rows = compareWordings(old, now).filter(hasChanged)
    return rows.length > 0 ? [{ language, rows }] : []
  })
}

function hasChanged({ before, after }: WordingRow): boolean {
  return [...(before ?? []), ...(after ?? [])].some(({ changed }) => changed)
}
