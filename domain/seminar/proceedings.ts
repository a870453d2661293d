import { z } from 'zod'
import { countTable, type PrintedTable, printedTableSchema, printPeople } from '../cohort/report/printed-table'
import type { Reference } from '../library/reference'
import type { Locale, Localized } from '../locale'
import { nameIn } from '../person/name-in'
import { shownIn, type Texts } from '../text/texts'
import { dayOf } from '../time/day'
import { type OrganiserFacts, organiserState } from './organiser'

/** People of a seminar who have the same country and the same function. `present`: in at least one half-day. */
export type PeopleCount = { country: string | null; function: string | null; present: boolean; people: number }

/** The labels of those who are in no delegation, and of those whose function is not known. */
export const NO_DELEGATION = 'none'
export const NO_FUNCTION = 'unknown'

const COUNTED = ['present', 'registered'] as const
export const participationSchema = z.strictObject({
  /** Those who were present; those who were registered, if no attendance was recorded. */
  counted: z.enum(COUNTED),
  countries: printedTableSchema,
  functions: printedTableSchema,
})
export type Participation = z.infer<typeof participationSchema>

/**
 * The public figures of participation: by country and by function, never by both; small groups are merged, and every
 * number is rounded.
 */
export function participationOf(counts: readonly PeopleCount[]): Participation {
  const counted = counts.some(({ present }) => present) ? 'present' : 'registered'
  const taken = counted === 'present' ? counts.filter(({ present }) => present) : counts
  return {
    counted,
    countries: listBy(taken, ({ country }) => country ?? NO_DELEGATION),
    functions: listBy(taken, (one) => one.function ?? NO_FUNCTION),
  }
}

/** The largest groups first, so that the smallest ones are merged. */
function listBy(counts: readonly PeopleCount[], labelOf: (count: PeopleCount) => string): PrintedTable {
  const totals = new Map<string, number>()
  for (const count of counts) totals.set(labelOf(count), (totals.get(labelOf(count)) ?? 0) + count.people)
  const labels = [...totals.keys()].toSorted(
    (a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || a.localeCompare(b),
  )
  const cells = labels.map((row) => ({ row, column: 'people', people: totals.get(row) ?? 0 }))
  const table = countTable(labels, ['people'], cells)
  return printPeople('seminar-participation', table, { rows: 'totals', columns: false })
}

const namedSchema = z.strictObject({ nameArabic: z.string(), nameLatin: z.string() })
type Named = z.infer<typeof namedSchema>
/** The names under which proceedings were published, as they are stored. */
export const authorsSchema = z.array(namedSchema).min(1)

/** Who organises a seminar now: its institution, and those that accepted. */
export function authorsOf({
  institution,
  organisers,
}: {
  institution: Named
  organisers: readonly (Named & OrganiserFacts)[]
}): Named[] {
  const together = [institution, ...organisers.filter((one) => organiserState(one) === 'accepted')]
  return together.map(({ nameArabic, nameLatin }) => ({ nameArabic, nameLatin }))
}

/** `authors`: the institutions under whose names its proceedings were published. */
export type CitedSeminar = { id: string; titles: Texts; startsAt: Date; authors: readonly Named[] }

/** The proceedings of a seminar as a reference of the library. A missing title is given in another language. */
export function proceedingsReference({ id, titles, startsAt, authors }: CitedSeminar): Reference {
  return {
    ...{ key: `seminar-${id}`, kind: 'proceedings', date: dayOf(startsAt), number: null, url: null, from: [] },
    title: inEach((locale) => shownIn(titles, locale)?.value ?? ''),
    authority: inEach((locale) => authors.map((names) => nameIn(names, locale)).join(' ; ')),
    path: `/seminars/${id}/proceedings`,
  }
}

function inEach(textIn: (locale: Locale) => string): Localized {
  return { ar: textIn('ar'), fr: textIn('fr'), en: textIn('en') }
}
