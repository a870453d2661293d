import type { QuestionField } from '@/domain/question/question-fields'
import type { Translator } from '@/i18n/translator'

type Props = {
  /** The address to which the answer was sent, and is sent again. */
  action: string
  fields: readonly QuestionField[]
  signIn: string
  t: Translator
}

/** An answer that arrived after the session had ended. It stays on this page while the learner signs in beside it. */
export function WaitingAnswer({ action, fields, signIn, t }: Props) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('exam.waiting.title')}</h1>
      <p>{t('exam.waiting.lead')}</p>
      <p>
        <a className="btn" href={signIn} target="_blank" rel="noopener">
          {t('exam.waiting.signIn')}
        </a>
      </p>
      <form method="post" action={action} autoComplete="off">
        {fields.map(({ name, value }) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="btn primary">
          {t('exam.waiting.send')}
        </button>
      </form>
    </main>
  )
}
