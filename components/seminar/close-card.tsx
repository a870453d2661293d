import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'

/** What closing the list would do. */
export type ClosingView = {
  /** The number of attestations by the minutes that they state. */
  attestations: readonly { minutes: number; count: number }[]
  guests: number
  /** The number of open requests and of people off the list who have had no answer. */
  unanswered: number
  refused: 'not-over' | 'cancelled' | null
}
type Props = { closing: ClosingView; action: string; state?: FormState; locale: Locale; t: Translator }

/** The effects of closing, the declaration that the list is right, and the button, which sends the number shown. */
export function CloseCard({ closing, action, state, locale, t }: Props) {
  const { attestations, guests, unanswered, refused } = closing
  const count = attestations.reduce((sum, one) => sum + one.count, 0)
  return (
    <section className="card stack" aria-labelledby="close" data-closes-list="">
      <h2 id="close">{t('attendance.close.title')}</h2>
      <ul className="sm">
        <li>
          {t('attendance.close.effects', { count })}
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
        {unanswered > 0 && <li>{t('attendance.close.waiting', { count: unanswered })}</li>}
        <li>{t('attendance.close.after')}</li>
      </ul>
      {refused ? (
        <p className="note">{t(`attendance.close.refused.${refused}`)}</p>
      ) : (
        <Form
          id="close-list"
          action={action}
          fields={[
            { kind: 'hidden', name: 'count', value: String(count) },
            { kind: 'tick', name: 'attest', label: t('attendance.close.attest') },
          ]}
          submit={t('attendance.close.press', { count })}
          {...(state && { state })}
          t={t}
        />
      )}
    </section>
  )
}
