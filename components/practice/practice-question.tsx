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
import type { Citing } from '../ui/inline'

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
  const { citing, locale, t, action, step, report } = props
  const answer = draft ? null : props.answer
  const shown = withoutAnswers(question, step?.again && !props.answer ? turned(question) : undefined)
  // A question that is more than practice can be answered again until it is right: it keeps the right answer back.
  const keyIsOpen = isPractice
  const parts = answer && judgeParts(question, answer)
  const judged = keyIsOpen ? parts : (parts?.map((part) => ({ ...part, right: null })) ?? null)
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
      <form method="post" action={action} className="stack" data-practice>
        <input type="hidden" name="question" value={question.id} />
        {step && <input type="hidden" name="step" value={step.id} />}
        {step?.again && <input type="hidden" name="again" value="1" />}
        {step?.again && !answer && <p className="sm muted">{t('lesson.step.secondTry')}</p>}
        <QuestionFields
          question={shown}
          answer={draft ?? answer}
          locale={locale}
          t={t}
          prefix={question.id}
          judged={judged}
          invalid={refused ? (refusalOf(shown, draft, t) ?? viewOf(question).missing(t)) : undefined}
        />
        <Send answered={answer !== null} step={step} report={report} t={t} />
      </form>
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

type SendProps = Pick<Props, 'report' | 't'> & { answered: boolean; step: InStep | undefined }

/** In a step a stored answer is not changed at once: the question comes back. */
function Send({ answered, step, report, t }: SendProps) {
  return (
    <p>
      {!(step?.kept && answered) && (
        <button type="submit" className={step ? 'btn primary' : 'btn'}>
          {t(answered ? 'practice.again' : 'practice.check')}
        </button>
      )}{' '}
      {report && (
        <a className="xs no-print" href={report}>
          {t('errorReport.link')}
        </a>
      )}
    </p>
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
