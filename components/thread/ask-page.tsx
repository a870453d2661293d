import { FIELD_LIMITS } from '@/domain/form/field-limits'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'

type Props = {
  /** The title of the lesson, and the link back to it. */
  lesson: string
  back: { href: string; label: string }
  cohort: string
  /** The passages of the lesson by number, in the order of the page. */
  passages: readonly { value: string; label: string }[]
  /** The passage that the address names; empty for the lesson as a whole. */
  block: string
  action: string
  draft: string
  state: FormState
  locale: Locale
  t: Translator
}

/** The form on which she asks the tutors of her cohort about a passage of a lesson. */
export function AskPage({ lesson, back, cohort, passages, block, action, draft, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack-s">
        <p className="sm muted">{lesson}</p>
        <h1>{t('threads.ask')}</h1>
        <p>{t('threads.askLead', { cohort })}</p>
      </div>
      <Form
        id="ask"
        action={`${action}#ask-problems`}
        state={state}
        fields={[
          {
            kind: 'select',
            name: 'block',
            label: t('notes.passage'),
            choose: t('threads.whole'),
            options: passages,
            value: block,
            optional: true,
          },
          {
            kind: 'area',
            name: 'threadText',
            label: t('fields.threadText'),
            hint: t('threads.hint', { max: formatNumber(FIELD_LIMITS.threadText, locale) }),
          },
          { kind: 'hidden', name: 'draft', value: state.values.draft ?? draft },
        ]}
        submit={t('threads.send')}
        beside={back}
        t={t}
      />
    </main>
  )
}
