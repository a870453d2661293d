import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'

type Props = {
  action: string
  /** Null: no limit. */
  seats: number | null
  places: { taken: number; waiting: number }
  state: FormState
  t: Translator
}

/** How many seats a cohort has and how many are taken, and the form that changes their number. */
export function SeatsSection({ action, seats, places: { taken, waiting }, state, t }: Props) {
  return (
    <section className="stack" aria-labelledby="seats">
      <h2 id="seats">{t('cohorts.form.seatsTitle')}</h2>
      <ul className="facts">
        <li>
          {seats === null ? t('cohorts.form.seatsFree', { taken }) : t('cohorts.form.seatsTaken', { taken, seats })}
        </li>
        {waiting > 0 && <li>{t('cohorts.form.seatsWaiting', { count: waiting })}</li>}
      </ul>
      {waiting > 0 && <p className="note">{t('cohorts.form.seatsEffect')}</p>}
      <Form
        id="places"
        action={`${action}#seats`}
        fields={[
          { kind: 'hidden', name: 'act', value: 'seats' },
          {
            kind: 'number',
            name: 'seats',
            label: t('cohorts.form.seats'),
            hint: t('cohorts.form.seatsHint'),
            optional: true,
            value: seats === null ? '' : String(seats),
          },
        ]}
        state={state}
        t={t}
        submit={t('cohorts.form.seatsSave')}
      />
    </section>
  )
}
