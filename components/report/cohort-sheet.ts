import { type HalfYear, isOneBetween } from '@/domain/cohort/report/half-year'
import type { Report } from '@/domain/cohort/report/report'
import { stageName } from './group-names'
import { groupRows } from './group-rows'
import { halfName } from './half-name'
import { peopleChart, peopleOf, type Sheet, type SheetRow, type Words } from './sheet'

/** The number of chart columns whose labels fit on a phone; the table has all half-years. */
const COLUMNS = 6

export type Years = { from: HalfYear | null; to: HalfYear | null }
export const ALL_YEARS: Years = { from: null, to: null }

/**
 * The cohorts over time. A choice of years only leaves out rows; no total is computed anew, because the difference of
 * two such totals could reveal a suppressed row. A row of several half-years belongs to each of them.
 */
export function cohortSheet(report: Report, years: Years, words: Words): Sheet {
  const { places } = report
  const { t } = words
  const { columns, rows } = groupRows(
    places,
    {
      row: (label) => halfName(label, t),
      column: (label) => stageName(label, words),
      mergedColumns: t('report.notPassed'),
      total: t('report.allHalves'),
    },
    words,
  )
  const chosen = new Map(
    places.rows.filter(({ label, of = [label] }) => isOneBetween(of, years)).map((row) => [row.label, row]),
  )
  // A row of several merged half-years has no single place in time: the chart is then left out.
  const inTime = [...chosen.values()].some(({ of }) => of) ? [] : [...chosen.values()].slice(-COLUMNS)
  return {
    key: 'cohorts',
    title: t('report.sheets.cohorts'),
    defined: 'places-by-half-year',
    people: peopleOf(places, words),
    headings: [t('report.half'), t('report.cohorts'), t('report.participants'), ...columns],
    rows:
      places.rows.length === 0
        ? []
        : rows
            .filter(({ id }) => chosen.has(id) || !places.rows.some(({ label }) => label === id))
            .map((row) => withCohorts(row, report)),
    charts:
      inTime.length < 2
        ? []
        : [
            peopleChart(
              t('report.charts.cohorts'),
              inTime.map(({ label, people }) => ({ label: label.replace('-', '/'), people })),
              'columns',
              words,
            ),
          ],
  }
}

/** Adds the number of cohorts to a row. Cohorts are not people, so the number is exact. */
function withCohorts({ cells, ...row }: SheetRow, { cohorts, places }: Report): SheetRow {
  const found = places.rows.find(({ label }) => label === row.id)
  const isCounted = (half: HalfYear) => row.id === 'total' || (found?.of ?? [row.id]).includes(half)
  const count = cohorts.reduce((sum, one) => sum + (isCounted(one.half) ? one.cohorts : 0), 0)
  return { ...row, cells: [found || row.id === 'total' ? count : undefined, ...cells] }
}
