import { OFFICE_KINDS } from '@/domain/cohort/report/coverage'
import type { NationReport } from '@/domain/cohort/report/report'
import { functionName, placeName } from './group-names'
import { groupRows } from './group-rows'
import { peopleOf, type Sheet, type Words } from './sheet'

/** Courts and prosecution offices in which somebody is trained, by region. */
export function coverageSheet({ coverage: { rows, total } }: NationReport, words: Words): Sheet {
  const { t } = words
  const cells = (offices: (typeof rows)[number] | typeof total) =>
    OFFICE_KINDS.flatMap((kind) => [offices[kind].registered, offices[kind].reached])
  return {
    key: 'coverage',
    title: t('report.sheets.coverage'),
    defined: 'coverage',
    people: null,
    headings: [
      t('fields.region'),
      ...OFFICE_KINDS.flatMap((kind) => [t(`report.registered.${kind}`), t(`report.reached.${kind}`)]),
    ],
    rows: [
      ...rows.map((row) => ({ id: row.label, head: placeName(row.label, words), cells: cells(row) })),
      { id: 'total', head: t('report.total'), cells: cells(total) },
    ],
    charts: [],
  }
}

/** The trained people of courts and prosecution offices, by region and function. */
export function trainedSheet({ trained }: NationReport, words: Words): Sheet {
  const { t } = words
  const { columns, rows } = groupRows(
    trained,
    {
      row: (label) => placeName(label, words),
      column: (label) => functionName(label, words),
      total: t('report.total'),
    },
    words,
  )
  return {
    key: 'trained',
    title: t('report.sheets.trained'),
    defined: 'people-trained',
    people: peopleOf(trained, words),
    headings: [t('fields.region'), t('report.all'), ...columns],
    rows,
    charts: [],
  }
}
