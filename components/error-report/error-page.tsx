import type { ErrorPlace } from '@/domain/error-report/asked-place'
import { ERROR_OUTCOMES, type ErrorKind, type ErrorOutcome, isAnswered } from '@/domain/error-report/error-report'
import { directionOf, type Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { StaffPage } from '../ui/staff-page'
import { Text } from '../ui/text'
import { ERRORS_PATH, stateOf } from './errors-page'

type Waiting = { id: string; reportedAt: Date; text: string; locale: Locale; inExam: boolean }
type Report = Waiting & {
  title: string
  place: ErrorPlace
  path: string
  part: string | null
  courseId: string | null
  kind: ErrorKind
  hasReporter: boolean
  outcome: ErrorOutcome | null
  answer: string | null
  answeredAt: Date | null
  sameAsId: string | null
  /** @see thenAndNow */
  state: 'same' | 'changed' | 'gone' | null
  before: string | null
  now: string | null
}
type Props = {
  report: Report
  /** Other open reports about the same passage or page. */
  same: readonly Waiting[]
  state: FormState
  locale: Locale
  t: Translator
}

/** One report: the text then and now, what the reader wrote, and the answer. */
export function ErrorPage(props: Props) {
  const { report, locale, t } = props
  return (
    <StaffPage
      heading={<Text>{typeset(report.title, locale)}</Text>}
      crumbs={[{ path: ERRORS_PATH, label: t('errorReport.list') }]}
      locale={locale}
      t={t}
    >
      <div className="card stack">
        <Facts
          facts={[
            { label: t('fields.errorKind'), value: t(`errorReport.kinds.${report.kind}`) },
            { label: t('errorReport.reported'), value: formatDate(report.reportedAt, locale) },
            { label: t('errorReport.language'), value: LANGUAGE_NAMES[report.locale] },
            { label: t('errorReport.state'), value: stateOf(report.outcome, t) },
          ]}
        />
        {isQuestion(report) && <p className="sm">{t('errorReport.question', { id: report.part ?? '' })}</p>}
        <p>
          <a href={href(report.locale, pageOf(report))} hrefLang={report.locale}>
            {t('errorReport.open')}
          </a>
        </p>
      </div>
      <Compared report={report} t={t} />
      <section className="stack" aria-labelledby="text">
        <h2 id="text">{t('errorReport.text')}</h2>
        <blockquote dir="auto">{report.text}</blockquote>
      </section>
      <Answer {...props} />
    </StaffPage>
  )
}

const isQuestion = ({ place }: Report) => place === 'practice' || place === 'exam'

/** An exam question has no page of its own: the link leads to the course. */
function pageOf({ place, path, part, courseId }: Report): string {
  if (place === 'exam') return `/courses/${courseId}`
  if (place === 'practice') return `${path}#quiz-${part}`
  if (place === 'lesson' && part !== null) return `${path}#b${part}`
  return path === '' ? '/' : path
}

function Compared({ report, t }: Pick<Props, 'report' | 't'>) {
  const { state, before, now, locale } = report
  if (before === null) return null
  const words = (text: string) => (
    <blockquote lang={locale} dir={directionOf(locale)}>
      {typeset(text, locale)}
    </blockquote>
  )
  return (
    <div className="grid two">
      <section className="stack-s" aria-labelledby="before">
        <h2 id="before">{t('errorReport.before')}</h2>
        {words(before)}
      </section>
      <section className="stack-s" aria-labelledby="now">
        <h2 id="now">{t('errorReport.now')}</h2>
        {state && (
          <p>
            <span className={state === 'same' ? 'chip' : 'chip warn'}>{t(`errorReport.compared.${state}`)}</span>
          </p>
        )}
        {now !== null && state === 'changed' && words(now)}
      </section>
    </div>
  )
}

function Answer(props: Props) {
  const { report, locale, t } = props
  const { answer, answeredAt, sameAsId, outcome } = report
  return (
    <section className="stack" aria-labelledby="answer">
      <h2 id="answer">{t('errorReport.answer')}</h2>
      {answer !== null && answeredAt && (
        <div className="card stack-s">
          <p className="sm muted">
            {t('errorReport.given', { date: formatDate(answeredAt, locale) })} · {stateOf(outcome, t)}
          </p>
          <p dir="auto">{answer}</p>
          {sameAsId && (
            <p className="sm">
              {t.rich('errorReport.together', {
                link: (words) => (
                  <a key="same" href={href(locale, `${ERRORS_PATH}/${sameAsId}`)}>
                    {words}
                  </a>
                ),
              })}
            </p>
          )}
        </div>
      )}
      {!isAnswered(outcome) && (report.inExam ? <p className="note">{t('errorReport.waits')}</p> : <Form {...props} />)}
    </section>
  )
}

function Form({ report, same, state, locale, t }: Props) {
  const ticked = new Set(state.values.same?.split(' '))
  const others = same.filter(({ inExam }) => !inExam)
  const fields: Field[] = [
    { kind: 'hidden', name: 'seen', value: report.outcome ?? '' },
    {
      kind: 'select',
      name: 'outcome',
      label: t('fields.outcome'),
      options: ERROR_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`errorReport.outcomes.${outcome}`) })),
      choose: t('fields.choose'),
    },
    { kind: 'area', name: 'errorAnswer', label: t('fields.errorAnswer'), hint: t('errorReport.answerHint') },
  ]
  if (others.length > 0) {
    fields.push({
      kind: 'choices',
      name: 'same',
      label: t('errorReport.same'),
      hint: t('errorReport.sameHint'),
      options: others.map(({ id, reportedAt, text, locale: language }) => ({
        value: id,
        label: `${formatDate(reportedAt, locale)} · ${text}`,
        lang: language,
        chosen: ticked.has(id),
      })),
    })
  }
  return (
    <>
      {report.place === 'exam' && <p className="note warn">{t('errorReport.examHint')}</p>}
      {!report.hasReporter && <p className="sm muted">{t('errorReport.noLetter')}</p>}
      <SectionForm
        id="answering"
        action={href(locale, `${ERRORS_PATH}/${report.id}`)}
        fields={fields}
        submit={t('errorReport.sendAnswer')}
        state={state}
        t={t}
      />
    </>
  )
}
