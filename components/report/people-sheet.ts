import { PEOPLE_GROUPS } from '@/domain/cohort/report/people-group'
import type { InstitutionReport } from '@/domain/cohort/report/report'
import { peopleChart, peopleOf, type Sheet, type Words } from './sheet'

/** An institution's people by function, trained or not. */
export function peopleSheet({ people }: InstitutionReport, words: Words): Sheet {
  const { t } = words
  const named = people.rows.map((row) => {
    const group = PEOPLE_GROUPS.find((one) => one === row.label) ?? 'others'
    return { ...row, name: t(`report.groups.${group}`) }
  })
  return {
    key: 'people',
    title: t('report.sheets.people'),
    note: t('cohorts.learning.definitions.people-by-function'),
    people: peopleOf(people, words),
    headings: [t('report.function'), t('report.all'), t('report.trained'), t('report.notTrained')],
    rows: [
      ...named.map(({ label, name, people: all, cells }) => ({ id: label, head: name, cells: [all, ...cells] })),
      { id: 'total', head: t('report.total'), cells: [people.people, ...people.columns.map((one) => one.people)] },
    ],
    charts: [
      peopleChart(
        t('report.charts.people'),
        named.map(({ name, people: all }) => ({ label: name, people: all })),
        'rows',
        words,
      ),
    ],
  }
}
