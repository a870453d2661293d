import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { ReviewFrame, type ReviewHead } from './review-frame'

type Props = { head: ReviewHead; signature: string; state: FormState; locale: Locale; t: Translator }

/** The form that takes a signature back. */
export function WithdrawPage({ head, signature, state, locale, t }: Props) {
  return (
    <ReviewFrame head={head} view={null} locale={locale} t={t}>
      <section className="card stack" aria-labelledby="withdraw-title">
        <h2 id="withdraw-title">{t('editorial.text.withdraw')}</h2>
        <p>{t('editorial.text.withdrawLead')}</p>
        <Form
          id="withdraw"
          action={`${href(locale, `${head.path}/withdraw?signature=${signature}`)}#withdraw-problems`}
          fields={[
            { kind: 'hidden', name: 'signature', value: signature },
            { kind: 'area', name: 'reason', label: t('fields.reason') },
          ]}
          submit={t('editorial.text.withdraw')}
          look="danger"
          beside={{ href: href(locale, `${head.path}?view=history`), label: t('editorial.text.cancel') }}
          state={state}
          t={t}
        />
      </section>
    </ReviewFrame>
  )
}
