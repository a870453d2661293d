import { z } from 'zod'
import { sum } from '../statistics/count-table'
import { type PrintedTable, printedSchema } from './printed-table'

/** The row of offices without a region: they belong to the whole country. */
export const COUNTRY = 'country'
/** The twelve regions by their ISO numbers, and the row without a region. */
export const REGION_ROWS = [...Array.from({ length: 12 }, (_, place) => String(place + 1).padStart(2, '0')), COUNTRY]

export const OFFICE_KINDS = ['court', 'prosecution'] as const
export type OfficeKind = (typeof OFFICE_KINDS)[number]

const officesSchema = z.strictObject({ registered: z.int().nonnegative(), reached: printedSchema })
const bothSchema = z.strictObject({ court: officesSchema, prosecution: officesSchema })
export const coverageSchema = z.strictObject({
  rows: z.array(bothSchema.extend({ label: z.string() })),
  total: bothSchema,
})
export type Coverage = z.infer<typeof coverageSchema>
type Offices = z.infer<typeof officesSchema>

/** Courts or prosecution offices of a region, and how many of them have a trained person. */
export type OfficeCount = { region: string | null; kind: OfficeKind; registered: number; reached: number }

/**
 * The offices reached among those registered, by region. Offices are not people, so their numbers are not rounded. But
 * each reached office has at least one trained person: if the people of a region are suppressed or merged, the number
 * of their offices is hidden too.
 */
export function coverageOf(offices: readonly OfficeCount[], trained: PrintedTable): Coverage {
  const hidden = notByThemselves(trained)
  const inRegion = (label: string, kind: OfficeKind): Offices => {
    const found = offices.find((office) => (office.region ?? COUNTRY) === label && office.kind === kind)
    const { registered, reached } = found ?? { registered: 0, reached: 0 }
    return { registered, reached: hidden.has(label) && registered > 0 ? null : reached }
  }
  const inCountry = (kind: OfficeKind): Offices => {
    const all = offices.filter((office) => office.kind === kind)
    const behind = all.filter(({ region }) => hidden.has(region ?? COUNTRY))
    return { registered: total(all, 'registered'), reached: canBeDerived(behind) ? null : total(all, 'reached') }
  }
  return {
    rows: REGION_ROWS.map((label) => ({
      label,
      court: inRegion(label, 'court'),
      prosecution: inRegion(label, 'prosecution'),
    })),
    total: { court: inCountry('court'), prosecution: inCountry('prosecution') },
  }
}

/** The regions whose people are hidden, or counted together with those of others. */
export function notByThemselves({ rows }: PrintedTable): ReadonlySet<string> {
  return new Set(rows.flatMap(({ label, people, of }) => of ?? (people === null ? [label] : [])))
}

/**
 * Whether the hidden numbers follow from their sum, which a reader gets by subtracting the shown ones from the total.
 */
function canBeDerived(hidden: readonly OfficeCount[]): boolean {
  const [registered, reached] = [total(hidden, 'registered'), total(hidden, 'reached')]
  return hidden.some((office) => {
    const least = Math.max(0, reached - (registered - office.registered))
    return least === Math.min(office.registered, reached)
  })
}

function total(offices: readonly OfficeCount[], key: 'registered' | 'reached'): number {
  return sum(offices.map(({ [key]: count }) => count))
}
