import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import { MOST_QUESTIONS, SURVEY_DAYS, type SurveyQuestion } from '@/domain/survey/survey'
import type { SurveyReport } from '@/domain/survey/survey-report'
import { formatDate, formatLooseDate, formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import type { SurveyItem } from './survey-list-page'
import { SurveyResults, type SurveyTexts } from './survey-results'
import { stateText, subjectName } from './survey-words'

export const SURVEY_DONE = ['saved', 'scheduled', 'held', 'withdrawn'] as const
export type SurveyDone = (typeof SURVEY_DONE)[number]
type View = SurveyItem & {
  questions: readonly SurveyQuestion[]
  asked: number | null
  answered: number | null
  waitsFor: { titles: Localized; closesAt: Date } | null
  report: SurveyReport | null
  texts: readonly SurveyTexts[] | null
  proposedDay: string
  mayRun: boolean
}
type Props = {
  back: { href: string; label: ReactNode }
  /** Address of the survey’s page. */
  path: string
  survey: View
  done: SurveyDone | null
  state: FormState
  locale: Locale
  t: Translator
}

/** A survey for its staff: its questions until it opens, how many have answered while it is open, then its figures. */
export function SurveyPage(props: Props) {
  const { back, survey, done, locale, t } = props
  const subject = subjectName(survey.subject, locale)
  const changeable = survey.state === 'draft' || survey.state === 'scheduled'
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack">
        <p className="sm">
          <a href={back.href}>{back.label}</a>
        </p>
        <h1>{typeset(survey.titles[locale], locale)}</h1>
        <ul className="facts sm muted">
          {subject && (
            <li>
              <bdi>{subject}</bdi>
            </li>
          )}
          <li>{stateText(survey, locale, t)}</li>
          {survey.asked !== null && <li>{t('surveys.asked', { count: survey.asked })}</li>}
        </ul>
        {done && (
          <p className="note ok" role="status">
            {t(`surveys.done.${done}`)}
          </p>
        )}
        <Waiting survey={survey} locale={locale} t={t} />
        <SurveyState survey={survey} locale={locale} t={t} />
      </div>
      {survey.report ? (
        <SurveyResults survey={survey} report={survey.report} texts={survey.texts} locale={locale} t={t} />
      ) : (
        <Questions {...props} changeable={changeable && survey.mayRun} />
      )}
      {survey.mayRun && changeable && <Opening {...props} />}
      {survey.mayRun && (changeable || survey.state === 'open') && <Withdrawing {...props} changeable={changeable} />}
    </main>
  )
}

/** Why a scheduled survey has not opened on its day, and what its staff can do. */
function Waiting({ survey, locale, t }: Pick<Props, 'survey' | 'locale' | 't'>) {
  const { waitsFor, opensOn } = survey
  if (!waitsFor || !opensOn) return null
  return (
    <div className="note warn prose">
      <p>
        <strong>{t('surveys.notOpened', { date: formatLooseDate(opensOn, locale) })}</strong>
      </p>
      <p>{t('surveys.askedAtOnce', { survey: typeset(waitsFor.titles[locale], locale) })}</p>
      <p>{t('surveys.opensAfter', { date: formatDate(waitsFor.closesAt, locale) })}</p>
    </div>
  )
}

/** The number of answers so far, while the survey is open. */
function SurveyState({ survey, locale, t }: Pick<Props, 'survey' | 'locale' | 't'>) {
  if (survey.state !== 'open') return null
  const { answered } = survey
  return (
    <p className="prose">
      {answered === null ? t('surveys.fewSoFar') : t('surveys.soFar', { answered: formatNumber(answered, locale) })}{' '}
      {t('surveys.whileOpen')}
    </p>
  )
}

function Questions({ survey, path, changeable, locale, t }: Props & { changeable: boolean }) {
  return (
    <section className="stack" aria-labelledby="questions">
      <h2 id="questions">{t('surveys.questions')}</h2>
      {changeable && (
        <p className="row">
          <a className="btn" href={`${path}/titles`}>
            {t('surveys.rename')}
          </a>
          {survey.questions.length < MOST_QUESTIONS && (
            <a className="btn" href={`${path}/questions/new`}>
              {t('surveys.addQuestion')}
            </a>
          )}
        </p>
      )}
      {survey.questions.length === 0 && <p className="muted">{t('surveys.noQuestions')}</p>}
      <ol className="stack">
        {survey.questions.map((question) => (
          <li key={question.id} className="stack-s">
            <QuestionWords question={question} locale={locale} t={t} />
            {changeable && <QuestionActs question={question} path={path} locale={locale} t={t} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function QuestionWords({ question, locale, t }: { question: SurveyQuestion; locale: Locale; t: Translator }) {
  const several = question.kind === 'choice' && question.several
  return (
    <>
      <p>
        <strong>{typeset(question.text[locale], locale)}</strong>{' '}
        <span className="chip">{t(`surveys.questionKinds.${several ? 'several' : question.kind}`)}</span>
      </p>
      {question.kind === 'choice' && (
        <ul className="sm">
          {question.options.map(({ id, text }) => (
            <li key={id}>{typeset(text[locale], locale)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

type ActsProps = { question: SurveyQuestion; path: string; locale: Locale; t: Translator }

function QuestionActs({ question: { id, text }, path, locale, t }: ActsProps) {
  const about = <span className="sr"> ({typeset(text[locale], locale)})</span>
  return (
    <form method="post" action={`${path}/order`} className="row">
      <input type="hidden" name="question" value={id} />
      <a className="btn" href={`${path}/questions/${id}`}>
        {t('surveys.change')}
        {about}
      </a>
      {(['up', 'down', 'remove'] as const).map((act) => (
        <button key={act} type="submit" name="act" value={act} className="btn">
          {t(`surveys.acts.${act}`)}
          {about}
        </button>
      ))}
    </form>
  )
}

function Opening({ survey, path, state, t }: Props) {
  return (
    <section className="stack" aria-labelledby="opening">
      <h2 id="opening">{t('surveys.opening')}</h2>
      <p className="prose">{t('surveys.openingLead', { days: SURVEY_DAYS })}</p>
      <SectionForm
        id="open"
        action={path}
        fields={[{ kind: 'date', name: 'opensOn', label: t('fields.opensOn'), value: survey.proposedDay }]}
        submit={t(survey.state === 'draft' ? 'surveys.schedule' : 'surveys.reschedule')}
        state={state}
        t={t}
      />
      {survey.state === 'scheduled' && (
        <form method="post" action={`${path}/hold`}>
          <button type="submit" className="btn">
            {t('surveys.hold')}
          </button>
        </form>
      )}
    </section>
  )
}

function Withdrawing({ path, changeable, t }: Props & { changeable: boolean }) {
  return (
    <section className="stack" aria-labelledby="withdrawing">
      <h2 id="withdrawing">{t(changeable ? 'surveys.delete' : 'surveys.withdraw')}</h2>
      <p className="prose">{t(changeable ? 'surveys.deleteLead' : 'surveys.withdrawLead')}</p>
      <form method="post" action={`${path}/withdraw`} className="stack">
        <label className="opt">
          <input type="checkbox" name="sure" value="yes" required />
          <span>{t(changeable ? 'surveys.deleteSure' : 'surveys.withdrawSure')}</span>
        </label>
        <p>
          <button type="submit" className="btn danger">
            {t(changeable ? 'surveys.deleteDo' : 'surveys.withdrawDo')}
          </button>
        </p>
      </form>
    </section>
  )
}
