import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import type { PublicQuestion } from '@/domain/question/public-question'
import type { Translator } from '@/i18n/translator'
import { refusalOf } from '../question/kinds/refusal'
import { QuestionFields } from '../question/question-fields'
import { QUESTION_FORM } from './question-map'
import { QuestionPlace } from './question-place'
import { QuestionSteps } from './question-steps'

type Props = {
  title: string
  position: number
  total: number
  question: PublicQuestion
  answer: Answer | null
  refused: boolean
  /** The address of the test. */
  path: string
  locale: Locale
  t: Translator
}

/** A question of a test before or after a course. It asks for the answer alone, and its button saves it. */
export function TestQuestion({ title, position, total, question, answer, refused, path, locale, t }: Props) {
  return (
    <form id={QUESTION_FORM} method="post" action={`${path}/${position}`} className="question stack" autoComplete="off">
      <QuestionPlace position={position} total={total} t={t} />
      <h1 className="sr">{title}</h1>
      <div className="card">
        <QuestionFields
          question={question}
          answer={answer}
          locale={locale}
          t={t}
          prefix="question"
          invalid={refused ? (refusalOf(question, answer, t) ?? t('exam.unanswerable')) : undefined}
        />
      </div>
      <QuestionSteps position={position} total={total} t={t} />
    </form>
  )
}
