import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import { FORMS } from '@/domain/question/kinds/forms'
import type { PublicQuestion } from '@/domain/question/public-question'
import type { Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import type { Judged } from './kinds/judged-mark'
import { viewOf } from './kinds/views'

type Props = {
  question: PublicQuestion
  answer: Answer | null
  locale: Locale
  t: Translator
  /** Makes ids unique on the page. */
  prefix: string
  invalid?: string | undefined
  /** Marks her answer as right or wrong; null while it is not judged. It contains the key. */
  judged?: Judged
}

/** The fields of one question, filled with the given answer. */
export function QuestionFields({ question, answer, locale, t, prefix, invalid, judged = null }: Props) {
  const view = viewOf(question)
  const held = new URLSearchParams(answer ? FORMS[question.kind].write(answer) : [])
  return (
    <fieldset aria-describedby={`${prefix}-hint${invalid ? ` ${prefix}-error` : ''}`}>
      <legend>
        <Inline source={question.stem[locale]} locale={locale} />
      </legend>
      <p id={`${prefix}-hint`} className="sm muted">
        {view.hint(t)}
      </p>
      {invalid && (
        <p id={`${prefix}-error`} className="field error">
          <span className="error">{invalid}</span>
        </p>
      )}
      {view.fields({ question, held, judged, locale, t, prefix })}
    </fieldset>
  )
}
