import { z } from 'zod'
import { localizedSchema } from '../../locale'
import type { Day } from '../../time/day'
import { COUNTRY, coverageOf, coverageSchema, type OfficeCount, REGION_ROWS } from './coverage'
import type { HalfYear } from './half-year'
import { mergeRows, regroup } from './merge-small-groups'
import { groupOf, PEOPLE_GROUPS } from './people-group'
import {
  type Counted,
  countTable,
  type PrintedTable,
  printedTableSchema,
  printMerged,
  printPeople,
} from './printed-table'

/** How far a learner got in a cohort. Each learner is in exactly one stage. */
export const STAGES = ['passed', 'read', 'under-way'] as const
export type Stage = (typeof STAGES)[number]

/** The states of a certificate. Certificates do not expire: one is in force until it is replaced or revoked. */
export const CERTIFICATE_STATES = ['in-force', 'superseded', 'revoked'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

const sharedSchema = z.strictObject({
  /** The cohorts that began in each half-year, the earliest first. Cohorts are not people, so the numbers are exact. */
  cohorts: z.array(z.strictObject({ half: z.string(), cohorts: z.int().positive() })),
  places: printedTableSchema,
  /**
   * Each state is a list of its own: in one table with totals, two revoked certificates would cause the number in force
   * to be suppressed too. Without a published sum nothing can be derived by subtraction.
   */
  certificates: z.strictObject({
    'in-force': printedTableSchema,
    superseded: printedTableSchema,
    revoked: printedTableSchema,
  }),
  /** The titles of the courses at the time of the report. */
  titles: z.record(z.string(), localizedSchema),
})

/** The printed figures of an institution or of the country. They are stored with their day and read again later. */
export const reportSchema = z.discriminatedUnion('scope', [
  sharedSchema.extend({ scope: z.literal('nation'), coverage: coverageSchema, trained: printedTableSchema }),
  sharedSchema.extend({
    scope: z.literal('institution'),
    nameArabic: z.string(),
    nameLatin: z.string(),
    people: printedTableSchema,
  }),
])
export type Report = z.infer<typeof reportSchema>
export type NationReport = Extract<Report, { scope: 'nation' }>
export type InstitutionReport = Extract<Report, { scope: 'institution' }>

/** A report that was stored for a day. */
export type KeptReport = { day: Day; keptAt: Date; report: Report }

export type StageCount = { half: HalfYear; stage: Stage; people: number }
export type CertificateCount = { courseId: string; state: CertificateState; certificates: number }
export type FunctionCount = { function: string; trained: boolean; people: number }
export type TrainedCount = { region: string | null; function: string; people: number }

/** Counts places in cohorts by the half-year in which the cohort began. The latest are merged last. */
export function printPlaces(cohorts: readonly { half: HalfYear }[], counted: readonly StageCount[]): PrintedTable {
  const halves = cohorts.map(({ half }) => half).toReversed()
  const cells = counted.map(({ half, stage, people }): Counted => ({ row: half, column: stage, people }))
  const { rows, ...table } = printPeople('places-by-half-year', countTable(halves, STAGES, cells), {
    rows: 'cells',
    columns: true,
  })
  const inTime = rows.map((row) => (row.of ? { ...row, of: row.of.toReversed() } : row)).toReversed()
  return { ...table, rows: inTime }
}

/**
 * Courses with few certificates in force are counted together, and so are theirs in the other states: otherwise the
 * difference of two groupings would be about one course.
 */
export function printCertificates(counted: readonly CertificateCount[]): Report['certificates'] {
  const courses = [...new Set(counted.map(({ courseId }) => courseId))].toSorted()
  const tableOf = (state: CertificateState) => {
    const cells = counted.flatMap((count): Counted[] =>
      count.state === state ? [{ row: count.courseId, column: state, people: count.certificates }] : [],
    )
    return countTable(courses, [state], cells)
  }
  const { rowParts } = mergeRows(tableOf('in-force'))
  const of = (state: CertificateState) =>
    printMerged('certificates', regroup(tableOf(state), { rowParts, columnParts: [[state]] }))
  return { 'in-force': of('in-force'), superseded: of('superseded'), revoked: of('revoked') }
}

/** Counts an institution's people by function, and whether they are trained. */
export function printPeopleOf(counted: readonly FunctionCount[]): PrintedTable {
  const cells = counted.map((count): Counted => {
    return { row: groupOf(count.function), column: count.trained ? 'trained' : 'not-trained', people: count.people }
  })
  const table = countTable(PEOPLE_GROUPS, ['trained', 'not-trained'], cells)
  return printPeople('people-by-function', table, { rows: 'cells', columns: false })
}

/**
 * Counts the trained people of courts and prosecution offices by region and function, and the offices they work in.
 * Regions are merged only if their totals would be hidden, because each region has its place on the map.
 */
export function printTrained(
  counted: readonly TrainedCount[],
  offices: readonly OfficeCount[],
): Pick<NationReport, 'coverage' | 'trained'> {
  const cells = counted.map(
    (count): Counted => ({ row: count.region ?? COUNTRY, column: groupOf(count.function), people: count.people }),
  )
  const table = { ...countTable(REGION_ROWS, PEOPLE_GROUPS, cells), columnsAre: 'groups' as const }
  const trained = printPeople('people-trained', table, { rows: 'totals', columns: true })
  return { trained, coverage: coverageOf(offices, trained) }
}
