import { betweenHalves, type HalfYear } from '@/domain/cohort/report/half-year'
import { type Report, STAGES } from '@/domain/cohort/report/report'
import { halfName } from './half-name'
import { peopleChart, peopleOf, type Sheet, type Words } from './sheet'

/** More columns would not bear their names on a phone; the table has them all. */
const COLUMNS = 6

export type Years = { from: HalfYear | null; to: HalfYear | null }
export const ALL_YEARS: Years = { from: null, to: null }

/**
 * Cohorts over time. Choosing years leaves rows out and computes nothing anew: a total of the chosen ones would, with
 * another choice beside it, give what a hidden row is.
 */
export function cohortSheet({ cohorts, places }: Report, years: Years, words: Words): Sheet {
  const { t } = words
  const rows = places.rows.map((row, place) => ({ ...row, cohorts: cohorts[place]?.cohorts ?? 0 }))
  const chosen = betweenHalves(rows, ({ label }) => label, years)
  const short = chosen.slice(-COLUMNS).map(({ label, people }) => ({ label: shortName(label), people }))
  const total = {
    id: 'total',
    head: t('report.allHalves'),
    cells: [
      cohorts.reduce((sum, one) => sum + one.cohorts, 0),
      places.people,
      ...places.columns.map(({ people }) => people),
    ],
  }
  return {
    key: 'cohorts',
    title: t('report.sheets.cohorts'),
    note: t('cohorts.learning.definitions.places-by-half-year'),
    people: peopleOf(places, words),
    headings: [
      t('report.half'),
      t('report.cohorts'),
      t('report.participants'),
      ...STAGES.map((stage) => t(`report.stages.${stage}`)),
    ],
    rows: [
      ...chosen.map(({ label, cohorts: count, people, cells }) => ({
        id: label,
        head: halfName(label, t),
        cells: [count, people, ...cells],
      })),
      ...(rows.length === 0 ? [] : [total]),
    ],
    charts: chosen.length === 0 ? [] : [peopleChart(t('report.charts.cohorts'), short, 'columns', words)],
  }
}

/** `2026/1`: a column is narrow. */
const shortName = (half: HalfYear) => half.replace('-', '/')
