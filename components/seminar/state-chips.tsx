import type { Locale } from '@/domain/locale'
import type { RegistrationStatus } from '@/domain/seminar/seminar'
import type { SeminarState } from '@/domain/seminar/state'
import { formatDate, type Translator } from '@/i18n/translator'

const STATE_LOOK: Readonly<Record<SeminarState, string>> = {
  draft: 'chip',
  open: 'chip ok',
  full: 'chip warn',
  'no-seat': 'chip warn',
  closed: 'chip',
  held: 'chip',
  cancelled: 'chip bad',
}
const STANDING_LOOK: Readonly<Record<RegistrationStatus, string>> = {
  registered: 'chip ok',
  waiting: 'chip warn',
  nominated: 'chip warn',
  offered: 'chip warn',
  declined: 'chip',
  lapsed: 'chip',
  withdrawn: 'chip',
}

type Props = {
  state: SeminarState
  /** The status of the reader's registration; null if she has none. */
  mine: RegistrationStatus | null
  registrationClosesAt: Date | null
  rescheduledAt: Date | null
  locale: Locale
  t: Translator
}

/** What a reader should know of a seminar at a glance, in words. */
export function StateChips({ state, mine, registrationClosesAt, rescheduledAt, locale, t }: Props) {
  const open = state === 'open' || state === 'full'
  return (
    <>
      {mine !== null && state !== 'cancelled' && (
        <span className={STANDING_LOOK[mine]}>{t(`seminar.standing.${mine}`)}</span>
      )}
      <span className={STATE_LOOK[state]}>{t(`seminar.states.${state}`)}</span>
      {rescheduledAt !== null && state !== 'cancelled' && state !== 'held' && (
        <span className="chip warn">{t('seminar.moved')}</span>
      )}
      {open && registrationClosesAt !== null && (
        <span className="chip">
          {t('seminar.until', { date: formatDate(lastMoment(registrationClosesAt), locale) })}
        </span>
      )}
    </>
  )
}

/** `closesAt` is the first moment of the day after the last one: the date to show is the day before. */
const lastMoment = (closesAt: Date) => new Date(closesAt.getTime() - 1)
