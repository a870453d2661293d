import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import { withoutAnswers } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import { CertaintyFields } from '../question/certainty-fields'
import { refusalOf } from '../question/kinds/refusal'
import { viewOf } from '../question/kinds/views'
import { QuestionFields } from '../question/question-fields'

/** The values of the fields: her answer and her certainty, or null. */
export type Given = { answer: Answer | null; certainty: Certainty | null; refused: boolean }

type Props = {
  question: QuestionKey
  /** The address to which the form posts. */
  action: string
  /** The hidden fields that are sent with the answer. */
  hidden: Readonly<Record<string, string>>
  given?: Given | null
  submit: string
  /** The content beside the button. */
  children?: ReactNode
  locale: Locale
  t: Translator
}

/**
 * A second form that waits for its single answer, with her certainty. It is rendered on the server only, without the
 * key. `readAskedForm` reads the form.
 */
export function AskedQuestion({ question, action, hidden, given = null, submit, children, locale, t }: Props) {
  const shown = withoutAnswers(question)
  return (
    <form method="post" action={action} className="question stack" autoComplete="off">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="card">
        <QuestionFields
          question={shown}
          answer={given?.answer ?? null}
          locale={locale}
          t={t}
          prefix="question"
          invalid={given?.refused ? (refusalOf(shown, given.answer, t) ?? viewOf(question).missing(t)) : undefined}
        />
      </div>
      <CertaintyFields certainty={given?.certainty ?? null} t={t} />
      <p className="row">
        <button type="submit" className="btn primary">
          {submit}
        </button>
        {children}
      </p>
    </form>
  )
}
