import type { ReminderOutcome } from '@/domain/cohort/reminder-outcome'
import { REST_DAYS, type ReminderReason } from '@/domain/cohort/reminding'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../../form/form-state'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { PartLinks } from '../part-links'
import { ReminderDraft } from './reminder-draft'
import type { ChosenGroup, ReminderRun } from './reminders'
import { RemindersSent } from './reminders-sent'

type Props = {
  cohort: { id: string; name: string; archivedAt: Date | null }
  /** The result of the reminders that were just sent; null if none were. */
  outcome: ReminderOutcome | null
  /** The reasons for which people may be reminded now, each with the number of people. */
  situations: readonly { why: ReminderReason; people: number }[]
  chosen: ChosenGroup | null
  runs: readonly ReminderRun[]
  /** There are older runs on the next page. */
  more: boolean
  /** Of the log; the first is 1. */
  page: number
  state: FormState
  locale: Locale
  t: Translator
}

/** The people whom staff may remind and why, the letters that they would get, and the log of earlier reminders. */
export function RemindPage(props: Props) {
  const { cohort, outcome, situations, chosen, runs, more, page, state, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}`)
  const here = `${path}/remind`
  return (
    <main id="main" className="wrap page stack dashboard">
      <p className="sm">
        <a href={path}>
          <Name>{cohort.name}</Name>
        </a>
      </p>
      <h1>{t('cohorts.remind.title')}</h1>
      {outcome && <Sent outcome={outcome} t={t} />}
      <p>{t(cohort.archivedAt ? 'cohorts.remind.archived' : 'cohorts.remind.lead', { days: REST_DAYS })}</p>
      {situations.length > 0 && (
        <PartLinks
          label={t('cohorts.remind.situations')}
          parts={situations.map(({ why: key, people }) => ({
            key,
            href: `${here}?why=${key}`,
            label: t('cohorts.remind.situation', { situation: t(`cohorts.situation.${key}`), count: people }),
            current: key === chosen?.why,
          }))}
        />
      )}
      {situations.length > 0 && !chosen && <p className="muted">{t('cohorts.remind.choose')}</p>}
      {chosen && <ReminderDraft action={here} chosen={chosen} state={state} locale={locale} t={t} />}
      <RemindersSent runs={runs} more={more} path={here} page={page} locale={locale} t={t} />
    </main>
  )
}

function Sent({ outcome: { sent, gathered, left, rested }, t }: { outcome: ReminderOutcome; t: Translator }) {
  return (
    <div className={sent + gathered > 0 ? 'note ok' : 'note warn'} role="status">
      <p>{t('cohorts.remind.sent', { count: sent })}</p>
      {gathered > 0 && <p>{t('cohorts.remind.gathered', { count: gathered })}</p>}
      {left > 0 && <p>{t('cohorts.remind.left', { count: left })}</p>}
      {rested > 0 && <p>{t('cohorts.remind.rested', { count: rested })}</p>}
    </div>
  )
}
