import type { Locale } from '@/domain/locale'
import type { Texts } from '@/domain/text/texts'
import { formatNumber, type Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { SeminarFrame } from './form-pages'
import { GivenTitle } from './given-text'
import { FIELD_LANGUAGES } from './seminar-fields'

type Props = {
  seminar: { id: string; titles: Texts }
  /** How many people are told. */
  recipients: number
  state: FormState
  locale: Locale
  t: Translator
}

/** Says what cancelling does before it is done, and asks for the reason that people are told. */
export function CancelPage({ seminar: { id, titles }, recipients, state, locale, t }: Props) {
  const path = href(locale, `/seminars/${id}`)
  const count = formatNumber(recipients, locale)
  return (
    <SeminarFrame back={{ href: path, label: t('seminar.backOne') }} heading={t('seminar.acts.cancel')}>
      <p>
        <strong>
          <GivenTitle texts={titles} locale={locale} />
        </strong>
      </p>
      <div className="note warn stack-s">
        <p>{t('seminar.cancel.lead')}</p>
        <p>{t('seminar.cancel.told', { count })}</p>
      </div>
      <p className="hint">{t('seminar.cancel.hint')}</p>
      <Form
        id="cancelling"
        action={`${path}/cancel`}
        fields={FIELD_LANGUAGES.map(({ suffix }) => ({
          kind: 'area',
          name: `reason${suffix}`,
          label: t(`seminar.cancel.reason${suffix}`),
          optional: true,
        }))}
        submit={t('seminar.cancel.submit', { count })}
        look="danger"
        state={state}
        t={t}
      />
    </SeminarFrame>
  )
}
