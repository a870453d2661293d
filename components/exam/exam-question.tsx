import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { GivenAt } from '@/domain/question/answer-part'
import type { PublicQuestion } from '@/domain/question/public-question'
import type { Translator } from '@/i18n/translator'
import { CertaintyFields } from '../question/certainty-fields'
import { refusalOf } from '../question/kinds/refusal'
import { QuestionFields } from '../question/question-fields'
import { reportHref } from '../shell/paths'
import { QUESTION_FORM } from './question-map'
import { QuestionPlace } from './question-place'
import { QuestionSteps } from './question-steps'
import { SaveState } from './save-state'

type Props = {
  attemptId: string
  courseId: string
  position: number
  total: number
  question: PublicQuestion
  answer: Answer | null
  certainty: Certainty | null
  flagged: boolean
  givenAt: GivenAt
  /** @see SaveState */
  clockMs: number
  refused: boolean
  locale: Locale
  t: Translator
  /** The address of the exam. */
  path: string
  /** The address that signs in and comes back here. */
  signIn: string
}

export function ExamQuestion(props: Props) {
  const { attemptId, courseId, position, total, locale, t, path, signIn } = props
  const label = t('exam.position', { n: position, total })
  return (
    <form
      id={QUESTION_FORM}
      method="post"
      action={`${path}/${position}/answer`}
      className="question stack"
      autoComplete="off"
      data-exam
    >
      <input type="hidden" name="attempt" value={attemptId} />
      <QuestionPlace position={position} total={total} t={t}>
        <label className="flag">
          <input type="checkbox" name="flagged" value="1" defaultChecked={props.flagged} />
          <span>{t('exam.flag')}</span>
        </label>
      </QuestionPlace>
      <h1 className="sr">{label}</h1>
      <div className="card">
        <QuestionFields
          question={props.question}
          answer={props.answer}
          locale={locale}
          t={t}
          prefix="question"
          invalid={props.refused ? (refusalOf(props.question, props.answer, t) ?? t('exam.unanswerable')) : undefined}
        />
      </div>
      <CertaintyFields certainty={props.certainty} t={t} />
      <SaveState
        attemptId={attemptId}
        courseId={courseId}
        position={position}
        givenAt={props.givenAt}
        clockMs={props.clockMs}
        signIn={signIn}
        result={`${path}/result`}
        t={t}
      />
      <div className="stays" role="status">
        <p className="note warn" data-stays hidden>
          {t('exam.stays')}
        </p>
      </div>
      <QuestionSteps position={position} total={total} t={t} />
      <p className="xs no-print">
        <a href={reportHref(locale, `/courses/${courseId}/exam/${position}`)}>{t('errorReport.link')}</a>
      </p>
    </form>
  )
}
