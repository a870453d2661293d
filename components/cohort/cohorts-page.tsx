import { phaseOf } from '@/domain/cohort/phase'
import type { Locale, Localized } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Day } from '@/domain/time/day'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { StaffList } from '../ui/staff-list'
import { WideFrame } from './cohort-frame'
import { CohortTable } from './cohort-table'

type Cohort = { id: string; name: string; startsOn: Day; endsOn: Day; archivedAt: Date | null }
type Props = {
  institution: Names & { id: string }
  /** Each cohort with the title of its course. */
  cohorts: readonly { cohort: Cohort; title: Localized }[]
  mayCreate: boolean
  now: Date
  locale: Locale
  t: Translator
}

/** The editions of an institution that the reader may see. */
export function CohortsPage({ institution, cohorts, mayCreate, now, locale, t }: Props) {
  const path = href(locale, `/institutions/${institution.id}`)
  const none = t(mayCreate ? 'cohorts.list.none' : 'cohorts.list.noneTutor')
  return (
    <WideFrame
      back={{ href: path, label: <NameIn names={institution} locale={locale} /> }}
      heading={t('cohorts.list.title')}
      act={mayCreate ? { href: `${path}/cohorts/new`, label: t('cohorts.list.new') } : null}
    >
      <StaffList none={cohorts.length === 0 ? none : null} t={t}>
        <CohortTable
          caption={t('cohorts.list.title')}
          headings={{
            name: t('cohorts.list.name'),
            course: t('cohorts.list.course'),
            days: t('cohorts.list.days'),
            state: t('cohorts.list.state'),
          }}
          rows={cohorts.map(({ cohort, title }) => {
            const phase = phaseOf(cohort, now)
            return {
              id: cohort.id,
              href: href(locale, `/cohorts/${cohort.id}`),
              name: cohort.name,
              course: typeset(title[locale], locale),
              days: daysOf(cohort, locale, t),
              phase,
              state: t(`cohorts.list.${phase}`),
            }
          })}
        />
      </StaffList>
    </WideFrame>
  )
}

/** From when to when it runs, in words. */
export function daysOf({ startsOn, endsOn }: Pick<Cohort, 'startsOn' | 'endsOn'>, locale: Locale, t: Translator) {
  return t('cohorts.list.from', { start: formatLooseDate(startsOn, locale), end: formatLooseDate(endsOn, locale) })
}
