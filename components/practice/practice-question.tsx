import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import { gradeAnswer } from '@/domain/question/grade-answer'
import { judgeParts } from '@/domain/question/judge-parts'
import { kindOf } from '@/domain/question/kinds/kinds'
import { withoutAnswers } from '@/domain/question/public-question'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import { AnswerFeedback } from '../question/answer-feedback'
import { refusalOf } from '../question/kinds/refusal'
import { viewOf } from '../question/kinds/views'
import { QuestionFields } from '../question/question-fields'
import { type Citing, Inline } from '../ui/inline'

type Props = {
  question: QuestionKey
  /** The number of the question in the lesson, so that no two on a page have the same name. */
  place: { n: number; total: number }
  answer: Answer | null
  /** Fills the fields in place of `answer` and is not judged: an unfinished order, or an answer that cannot be read. */
  draft?: Answer | null
  /** The form that was sent held no valid answer. */
  refused?: boolean
  /** It counts for the lesson: it was answered rightly, or tried twice. By default only a right answer does. */
  done?: boolean | undefined
  citing: Citing
  locale: Locale
  t: Translator
  /** The address to which the form posts. */
  action: string
  /** Where it is asked, if that is a step of the lesson and not the whole lesson. */
  step?: InStep | undefined
  /** False if a right answer has an effect, so that the question is more than practice. */
  isPractice?: boolean
  /** The link for reporting an error in the question; null where pages must work without a network. */
  report: string | null
}

/** `again`: it is asked for the second time, its options in another order. `kept`: her answer is stored. */
export type InStep = { id: string; again: boolean; kept: boolean }

/** The number of a question in its lesson. */
export function practicePlace(practice: readonly { id: string }[], { id }: { id: string }): Props['place'] {
  return { n: practice.findIndex((question) => question.id === id) + 1, total: practice.length }
}

/** An inline question. It is rendered on the server only: the key is sent only with the feedback on a given answer. */
export function PracticeQuestion(props: Props) {
  const { question, place, draft = null, refused = false, isPractice = true } = props
  const { citing, locale, t, step } = props
  const answer = draft ? null : props.answer
  const shown = withoutAnswers(question, step?.again && !props.answer ? turned(question) : undefined)
  // A question that is more than practice can be answered again until it is right: it keeps the right answer back.
  const keyIsOpen = isPractice
  const parts = answer && judgeParts(question, answer)
  const judged = keyIsOpen ? parts : (parts?.map((part) => ({ ...part, right: null })) ?? null)
  const fields = (
    <QuestionFields
      question={shown}
      answer={draft ?? answer}
      locale={locale}
      t={t}
      prefix={question.id}
      judged={judged}
      invalid={refused ? (refusalOf(shown, draft, t) ?? viewOf(question).missing(t)) : undefined}
    />
  )
  return (
    <section
      className="card question stack practice"
      id={`quiz-${question.id}`}
      aria-labelledby={`quiz-${question.id}-title`}
      data-done={isDone(props) ? '' : undefined}
    >
      <div className="row">
        <h3 id={`quiz-${question.id}-title`}>{place.total === 1 ? t('practice.title') : t('practice.nth', place)}</h3>
        {isPractice && <span className="chip">{t('practice.badge')}</span>}
      </div>
      <Asked {...props}>{fields}</Asked>
      {step?.kept && answer && !isDone(props) && <ComesBack step={step} t={t} />}
      {answer && (
        <AnswerFeedback
          question={question}
          answer={answer}
          keyIsOpen={keyIsOpen}
          citing={citing}
          locale={locale}
          t={t}
        />
      )}
    </section>
  )
}

/** The options in another order than before, the same at each reload. */
function turned(question: QuestionKey): readonly string[] {
  const half = (ids: readonly string[]) => Math.ceil(ids.length / 2)
  return kindOf(question).draw(question, (ids) => [...ids.slice(half(ids)), ...ids.slice(0, half(ids))])
}

/** Without a script the lesson says it; with one, its end counts the questions that are marked so. */
function isDone({ question, answer, draft = null, done }: Props): boolean {
  return !draft && answer !== null && (done || gradeAnswer(question, answer) === 1)
}

/** The fields of the question in their form, or for reading only. */
function Asked({ children, ...props }: Props & { children: ReactNode }) {
  const { question, draft = null, answer, action, step, report, citing, locale, t } = props
  if (isClosed(props)) {
    return (
      <fieldset disabled className="stack">
        <legend className="sr">{t('practice.yourAnswer')}</legend>
        {children}
        <p>
          <ReportLink report={report} t={t} />
        </p>
      </fieldset>
    )
  }
  const answered = answer !== null && !draft
  return (
    <form method="post" action={action} className="stack" data-practice>
      <input type="hidden" name="question" value={question.id} />
      {step && <input type="hidden" name="step" value={step.id} />}
      {step?.again && <input type="hidden" name="again" value="1" />}
      {step?.again && !answered && <p className="sm muted">{t('lesson.step.secondTry')}</p>}
      {step?.again && !answered && question.hint && (
        <p className="note">
          <Inline source={question.hint[locale]} locale={locale} citing={citing} />
        </p>
      )}
      {children}
      <p>
        <button type="submit" className={step ? 'btn primary' : 'btn'}>
          {t(answered ? 'practice.again' : 'practice.check')}
        </button>{' '}
        <ReportLink report={report} t={t} />
      </p>
    </form>
  )
}

/** In a step a stored answer is not changed at once: the question comes back. */
function isClosed({ step, answer, draft = null }: Props): boolean {
  return step?.kept === true && answer !== null && !draft
}

function ReportLink({ report, t }: Pick<Props, 'report' | 't'>) {
  if (!report) return null
  return (
    <a className="xs no-print" href={report}>
      {t('errorReport.link')}
    </a>
  )
}

function ComesBack({ step, t }: { step: InStep; t: Translator }) {
  return (
    <p className="sm row">
      <span>{t('lesson.step.returns')}</span>
      <a href={`${step.id}?again`}>{t('lesson.step.again')}</a>
    </p>
  )
}
