import { type HalfYear, readHalf } from '@/domain/cohort/report/half-year'
import type { Report } from '@/domain/cohort/report/report'
import type { Translator } from '@/i18n/translator'
import { FilterForm } from '../ui/filter-form'
import type { Years } from './cohort-sheet'
import { halfName } from './half-name'

/** The years in the query; one that the report does not have is ignored. */
export function readYears({ cohorts }: Report, query: URLSearchParams): Years {
  const halves = cohorts.map(({ half }) => half)
  return { from: readHalf(query.get('from'), halves), to: readHalf(query.get('to'), halves) }
}

type Props = { report: Report; years: Years; action: string; t: Translator }

export function YearFilter({ report: { cohorts }, years, action, t }: Props) {
  if (cohorts.length < 2) return null
  const filter = (name: 'from' | 'to', chosen: HalfYear | null) => ({
    name,
    label: t(`report.${name}`),
    all: t(`report.${name}All`),
    choices: cohorts.map(({ half }) => ({ value: half, label: halfName(half, t), chosen: half === chosen })),
  })
  return (
    <FilterForm
      action={action}
      filters={[filter('from', years.from), filter('to', years.to)]}
      texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
    />
  )
}
