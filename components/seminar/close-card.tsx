import type { Locale } from '@/domain/locale'
import { formatClock } from '@/i18n/clock'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { momentOf } from './place-words'

/** What closing the list would do. */
export type ClosingView = {
  /** The number of attestations by the minutes that they state. */
  attestations: readonly { minutes: number; count: number }[]
  guests: number
  /** The number of arrivals when half of a half-day was over, which are attested as the others. */
  late: number
  /** The number of open requests and of people off the list who have had no answer. */
  unanswered: number
  refused: 'not-begun' | 'not-over' | 'cancelled' | null
  endsAt: Date
  /** Up to when hours would count, if the seminar is not over; null otherwise. */
  until: Date | null
}
type Props = { closing: ClosingView; action: string; state?: FormState; locale: Locale; t: Translator }

/**
 * The effects of closing, the declaration that the list is right, and the button, which sends the number shown. Before
 * the end of the last sitting, the form asks for the reason too.
 */
export function CloseCard({ closing, action, state, locale, t }: Props) {
  const { refused, endsAt, until } = closing
  const early = refused === 'not-over'
  return (
    <section className="card stack" aria-labelledby="close" data-closes-list="">
      <h2 id="close">{t('attendance.close.title')}</h2>
      {refused && (
        <p className="note">{t(`attendance.close.refused.${refused}`, { end: momentOf(endsAt, locale, t) })}</p>
      )}
      {early && until && (
        <details className="stack" open={state !== undefined && state.summary.length > 0}>
          <summary>{t('attendance.close.early')}</summary>
          <p className="note warn">{t('attendance.close.earlyEffect', { time: formatClock(until, locale) })}</p>
          <Effects closing={closing} locale={locale} t={t} />
          <CloseForm {...{ closing, action, state, t }} early />
        </details>
      )}
      {!refused && (
        <>
          <Effects closing={closing} locale={locale} t={t} />
          <CloseForm {...{ closing, action, state, t }} />
        </>
      )}
    </section>
  )
}

const countOf = ({ attestations }: ClosingView) => attestations.reduce((sum, one) => sum + one.count, 0)

function Effects({ closing, locale, t }: Pick<Props, 'closing' | 'locale' | 't'>) {
  const { attestations, guests, late, unanswered } = closing
  return (
    <ul className="sm">
      <li>
        {t('attendance.close.effects', { count: countOf(closing) })}
        {attestations.length > 0 && (
          <ul>
            {attestations.map((one) => (
              <li key={one.minutes}>
                {t('attendance.close.ofHours', { hours: formatDuration(one.minutes, locale), count: one.count })}
              </li>
            ))}
          </ul>
        )}
      </li>
      {guests > 0 && <li>{t('attendance.close.guests', { count: guests })}</li>}
      {late > 0 && <li>{t('attendance.close.late', { count: late })}</li>}
      {unanswered > 0 && <li>{t('attendance.close.waiting', { count: unanswered })}</li>}
      <li>{t('attendance.close.after')}</li>
    </ul>
  )
}

type FormProps = Pick<Props, 'closing' | 'action' | 't'> & { state: FormState | undefined; early?: boolean }

function CloseForm({ closing, action, state, early = false, t }: FormProps) {
  const count = countOf(closing)
  const reason = { kind: 'area', name: 'reason', label: t('attendance.close.reason'), rows: 2 } as const
  return (
    <Form
      id="close-list"
      action={action}
      fields={[
        { kind: 'hidden', name: 'count', value: String(count) },
        ...(early ? [reason] : []),
        { kind: 'tick', name: 'attest', label: t('attendance.close.attest') },
      ]}
      submit={t('attendance.close.press', { count })}
      {...(state && { state })}
      t={t}
    />
  )
}
