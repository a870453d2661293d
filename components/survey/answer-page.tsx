import type { Locale, Localized } from '@/domain/locale'
import { LONGEST_TEXT, SCALE_LEVELS, type SurveyQuestion } from '@/domain/survey/survey'
import { type AnswerProblem, fieldOf } from '@/domain/survey/survey-answers'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Note } from '../ui/note'

type Texts = { locale: Locale; t: Translator }
/** Refused answers by field name, with their problems. */
export type RefusedAnswers = {
  given: Readonly<Record<string, readonly string[]>>
  problems: Readonly<Record<string, AnswerProblem>>
  empty: boolean
}
type Props = Texts & {
  action: string
  survey: { titles: Localized; questions: readonly SurveyQuestion[]; closesAt: Date }
  refused: RefusedAnswers | null
}

/** A survey for anyone with its link: the page does not show whose link it is. */
export function SurveyAnswerPage({ action, survey, refused, locale, t }: Props) {
  const { titles, questions, closesAt } = survey
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{typeset(titles[locale], locale)}</h1>
      <p className="muted">
        {t('surveys.answer.facts', {
          questions: t('plural.questions', { count: questions.length }),
          date: formatDate(new Date(closesAt.getTime() - 1), locale),
        })}
      </p>
      <Note title={t('surveys.answer.anonymousTitle')}>{t('surveys.answer.anonymous')}</Note>
      {refused && <Refusal {...refused} questions={questions} locale={locale} t={t} />}
      <form method="post" action={action} className="stack card" noValidate>
        {questions.map((question) => (
          <QuestionFields key={question.id} question={question} refused={refused} locale={locale} t={t} />
        ))}
        <p className="row">
          <button type="submit" className="btn primary">
            {t('surveys.answer.send')}
          </button>
          <a className="btn" href={href(locale, '/')}>
            {t('surveys.answer.decline')}
          </a>
        </p>
      </form>
    </main>
  )
}

type RefusalProps = RefusedAnswers & Texts & { questions: readonly SurveyQuestion[] }

function Refusal({ problems, empty, questions, locale, t }: RefusalProps) {
  const wrong = questions.filter(({ id }) => problems[id])
  return (
    <div role="alert" tabIndex={-1} className="error-summary stack" aria-labelledby="problems" data-outcome="">
      <h2 id="problems">{t('errors.title')}</h2>
      {empty && <p>{t('surveys.answer.empty')}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${fieldOf(id)}`}>{typeset(text[locale], locale)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type QuestionProps = Texts & { question: SurveyQuestion; refused: RefusedAnswers | null }

function QuestionFields({ question, refused, locale, t }: QuestionProps) {
  const name = fieldOf(question.id)
  const given = refused?.given[name] ?? []
  const label = typeset(question.text[locale], locale)
  if (question.kind === 'text') {
    const problem = refused?.problems[question.id]
    return <TextQuestion name={name} label={label} given={given[0] ?? ''} problem={problem} t={t} />
  }
  const isScale = question.kind === 'scale'
  const several = question.kind === 'choice' && question.several
  const options = isScale
    ? SCALE_LEVELS.toReversed().map((level) => ({ id: level, label: t(`surveys.levels.${level}`) }))
    : question.options.map(({ id, text }) => ({ id, label: typeset(text[locale], locale) }))
  const choices = options.map((option) => (
    <label key={option.id} className={isScale ? undefined : 'opt'}>
      <input
        type={several ? 'checkbox' : 'radio'}
        name={name}
        value={option.id}
        defaultChecked={given.includes(option.id)}
      />
      <span>{option.label}</span>
    </label>
  ))
  return (
    <fieldset className={isScale ? 'levels' : 'field'}>
      <legend className="label">{label}</legend>
      {isScale ? <div>{choices}</div> : choices}
    </fieldset>
  )
}

type TextProps = { name: string; label: string; given: string; problem: AnswerProblem | undefined; t: Translator }

function TextQuestion({ name, label, given, problem, t }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <p className="hint" id={`${name}-hint`}>
        {t('surveys.answer.textHint', { max: LONGEST_TEXT })}
      </p>
      {problem && (
        <p className="error" id={`${name}-error`}>
          {t(`surveys.answer.problems.${problem}`, { max: LONGEST_TEXT })}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={3}
        dir="auto"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-hint ${name}-error` : `${name}-hint`}
        defaultValue={given}
      />
    </div>
  )
}

/** `thanks`: she has just answered. `received`: the link has been used. */
export type SurveyEnd = 'thanks' | 'received' | 'closed' | 'bad'

export function SurveyEndPage({ end, locale, t }: Texts & { end: SurveyEnd }) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t(`surveys.ends.${end}.title`)}</h1>
      <p>{t(`surveys.ends.${end}.lead`)}</p>
      <p>
        <a className="btn" href={href(locale, '/learning')}>
          {t('learning.title')}
        </a>
      </p>
    </main>
  )
}
