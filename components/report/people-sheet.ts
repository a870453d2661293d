import type { InstitutionReport } from '@/domain/cohort/report/report'
import { functionName } from './group-names'
import { groupRows } from './group-rows'
import { peopleOf, type Sheet, type Words } from './sheet'

/** An institution's people by function, trained or not. */
export function peopleSheet({ people }: InstitutionReport, words: Words): Sheet {
  const { t } = words
  const { columns, rows } = groupRows(
    people,
    {
      row: (label) => functionName(label, words),
      column: (label) => t(label === 'trained' ? 'report.trained' : 'report.notTrained'),
      total: t('report.total'),
    },
    words,
  )
  return {
    key: 'people',
    title: t('report.sheets.people'),
    defined: 'people-by-function',
    people: peopleOf(people, words),
    headings: [t('report.function'), t('report.all'), ...columns],
    rows,
    charts: [],
  }
}
