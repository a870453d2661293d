import type { Printed, PrintedTable } from '@/domain/cohort/report/printed-table'
import type { InstitutionReport, NationReport, Report } from '@/domain/cohort/report/report'
import { formatNumber } from '@/i18n/translator'
import type { Defined, Words } from './sheet'

export type Headline = { label: string; value: string; note: string; defined: Defined }

/** The three figures with which a report begins. */
export function headlines(report: Report, words: Words): Headline[] {
  return report.scope === 'nation' ? ofNation(report, words) : ofInstitution(report, words)
}

function ofInstitution(report: InstitutionReport, words: Words): Headline[] {
  const { people, places, cohorts } = report
  const { t } = words
  const passed = about(peopleIn(places, 'passed'), places.people, 'report.headlines.ofParticipants', words)
  const count = cohorts.reduce((sum, one) => sum + one.cohorts, 0)
  return [
    {
      label: t('report.headlines.trained'),
      ...about(peopleIn(people, 'trained'), people.people, 'report.headlines.ofPeople', words),
      defined: 'people-by-function',
    },
    {
      label: t('report.headlines.passed'),
      value: passed.value,
      note: `${passed.note} · ${t('report.headlines.cohorts', { count })}`,
      defined: 'places-by-half-year',
    },
    certificatesInForce(report, words),
  ]
}

function ofNation(report: NationReport, words: Words): Headline[] {
  const { trained, coverage } = report
  const { locale, t } = words
  const { court, prosecution } = coverage.total
  const isShown = court.reached !== null && prosecution.reached !== null
  const registered = court.registered + prosecution.registered
  return [
    {
      label: t('report.headlines.trained'),
      value: roughly(trained.people, words),
      note: t('report.headlines.fromOffices'),
      defined: 'people-trained',
    },
    {
      label: t('report.headlines.offices'),
      value: isShown ? formatNumber((court.reached ?? 0) + (prosecution.reached ?? 0), locale) : t('report.hidden'),
      note: t('report.headlines.ofOffices', { count: formatNumber(registered, locale) }),
      defined: 'coverage',
    },
    certificatesInForce(report, words),
  ]
}

function certificatesInForce({ certificates }: Report, words: Words): Headline {
  const { people, rows } = certificates['in-force']
  const courses = rows.reduce((sum, { of }) => sum + (of?.length ?? 1), 0)
  return {
    label: words.t('report.headlines.certificates'),
    value: roughly(people, words),
    note: words.t('report.headlines.courses', { count: courses }),
    defined: 'certificates',
  }
}

function peopleIn({ columns }: PrintedTable, column: string): Printed {
  return columns.find(({ label }) => label === column)?.people ?? null
}

type OfAll = 'report.headlines.ofPeople' | 'report.headlines.ofParticipants'

/** A number of people, with the total as its note. Both are rounded, so no share is computed from them. */
function about(some: Printed, all: Printed, ofAll: OfAll, words: Words): Pick<Headline, 'value' | 'note'> {
  const note =
    all === null ? words.t('report.peopleHidden') : words.t(ofAll, { count: formatNumber(all, words.locale) })
  return { value: roughly(some, words), note }
}

function roughly(people: Printed, { locale, t }: Words): string {
  if (people === null) return t('report.hidden')
  return people === 0 ? formatNumber(0, locale) : t('report.roughly', { count: formatNumber(people, locale) })
}
