import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import { Pager, pageLink } from '../../ui/pager'
import { ReminderLog } from './reminder-log'
import type { ReminderRun } from './reminders'

type Props = {
  runs: readonly ReminderRun[]
  more: boolean
  path: string
  /** The first is 1. */
  page: number
  locale: Locale
  t: Translator
}

/** The reminders sent in the cohort before: when, by whom, why, to whom, and the state of each letter. */
export function RemindersSent({ runs, more, path, page, locale, t }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="log">
      <h2 id="log">{t('cohorts.remind.log')}</h2>
      {runs.length === 0 && <p className="muted">{t('cohorts.remind.logNone')}</p>}
      {runs.length > 0 && (
        <ReminderLog
          caption={t('cohorts.remind.log')}
          headings={{
            at: t('cohorts.remind.at'),
            by: t('cohorts.remind.by'),
            why: t('cohorts.remind.why'),
            people: t('cohorts.remind.people'),
          }}
          runs={runs.map((run) => ({
            id: `${run.at.toISOString()} ${run.nameLatin} ${run.why}`,
            at: formatDateTime(run.at, locale),
            by: nameOf(run) ?? t('cohorts.remind.somebody'),
            why: t(`cohorts.situation.${run.why}`),
            count: t('cohorts.dashboard.people', { count: run.people.length }),
            failed: failedIn(run),
            people: run.people.map(({ letter, email, ...names }) => ({
              id: email,
              name: nameIn(names, locale) || email,
              letter: letter ? t(`cohorts.people.letterStates.${letter}`) : t('cohorts.people.noLetter'),
              failed: letter === 'failed',
            })),
          }))}
        />
      )}
      <Pager
        label={t('cohorts.dashboard.pages')}
        text={t('proposals.page', { page: formatNumber(page, locale) })}
        before={pageLink(page > 1 ? `${path}?page=${page - 1}#log` : null, t('cohorts.remind.earlier'))}
        after={pageLink(more ? `${path}?page=${page + 1}#log` : null, t('cohorts.remind.later'))}
      />
    </section>
  )

  function failedIn({ people }: ReminderRun): string | null {
    const count = people.filter(({ letter }) => letter === 'failed').length
    return count === 0 ? null : t('cohorts.remind.failed', { count })
  }
  function nameOf({ nameArabic, nameLatin }: ReminderRun): string | null {
    return nameArabic === null || nameLatin === null ? null : nameIn({ nameArabic, nameLatin }, locale)
  }
}
