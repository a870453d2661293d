import { COUNTRY, OFFICE_KINDS, type OfficeKind } from '@/domain/cohort/report/coverage'
import { PEOPLE_GROUPS } from '@/domain/cohort/report/people-group'
import type { NationReport } from '@/domain/cohort/report/report'
import { formatNumber } from '@/i18n/translator'
import type { ChartBar } from '../ui/chart'
import { regionName } from '../ui/region-name'
import { peopleChart, peopleOf, type Sheet, type SheetChart, type Words } from './sheet'

const nameOf = (label: string, { regions, locale, t }: Words) =>
  label === COUNTRY ? t('report.country') : regionName(regions, label, locale, t)

/** Courts and prosecution offices in which somebody is trained, by region. */
export function coverageSheet({ coverage: { rows, total } }: NationReport, words: Words): Sheet {
  const { t } = words
  const cells = (offices: (typeof rows)[number] | typeof total) =>
    OFFICE_KINDS.flatMap((kind) => [offices[kind].registered, offices[kind].reached])
  return {
    key: 'coverage',
    title: t('report.sheets.coverage'),
    note: t('report.coverageNote'),
    people: null,
    headings: [
      t('fields.region'),
      ...OFFICE_KINDS.flatMap((kind) => [t(`report.registered.${kind}`), t(`report.reached.${kind}`)]),
    ],
    rows: [
      ...rows.map((row) => ({ id: row.label, head: nameOf(row.label, words), cells: cells(row) })),
      { id: 'total', head: t('report.total'), cells: cells(total) },
    ],
    charts: OFFICE_KINDS.map((kind) => coverageChart(rows, kind, words)).filter(({ bars }) => bars.length > 0),
  }
}

function coverageChart(rows: NationReport['coverage']['rows'], kind: OfficeKind, words: Words): SheetChart {
  const { locale, t } = words
  const bars = rows.flatMap(({ label, [kind]: { registered, reached } }): ChartBar[] => {
    if (registered === 0) return []
    const name = nameOf(label, words)
    if (reached === null) return [{ label: t('report.hiddenBar', { name }), value: null, text: '' }]
    const text = t('report.outOf', {
      reached: formatNumber(reached, locale),
      registered: formatNumber(registered, locale),
    })
    return [{ label: name, value: reached / registered, text }]
  })
  return { label: t(`report.charts.${kind}`), bars, max: 1, direction: 'rows' }
}

/** The trained people of courts and prosecution offices, by region and function. */
export function trainedSheet({ trained }: NationReport, words: Words): Sheet {
  const { t } = words
  const named = trained.rows.map((row) => ({ ...row, name: nameOf(row.label, words) }))
  return {
    key: 'trained',
    title: t('report.sheets.trained'),
    note: t('cohorts.learning.definitions.people-trained'),
    people: peopleOf(trained, words),
    headings: [t('fields.region'), t('report.all'), ...PEOPLE_GROUPS.map((group) => t(`report.groups.${group}`))],
    rows: [
      ...named.map(({ label, name, people, cells }) => ({ id: label, head: name, cells: [people, ...cells] })),
      {
        id: 'total',
        head: t('report.total'),
        cells: [trained.people, ...trained.columns.map(({ people }) => people)],
      },
    ],
    charts: [
      peopleChart(
        t('report.charts.trained'),
        named.map(({ name, people }) => ({ label: name, people })),
        'rows',
        words,
      ),
    ],
  }
}
