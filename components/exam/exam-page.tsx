import type { ComponentProps } from 'react'
import type { Course, ExamRule } from '@/domain/course/course'
import type { ExamAvailability } from '@/domain/exam/exam-availability'
import type { Locale } from '@/domain/locale'
import { formatDate, formatOpening, formatPercent, type Translator } from '@/i18n/translator'
import type { AttemptList } from '../ui/attempt-list'
import { EarlierAttempts } from './earlier-attempts'

type Props = {
  course: Course
  rule: ExamRule
  availability: ExamAvailability
  /** False for a reader who must ask for access again. */
  takesPart: boolean
  /** She has opened the bank as a reviewer, and can no longer earn the certificate. */
  bankOpened: boolean
  /** The question at which an attempt under way resumes; null if there is none. */
  resumeAt: number | null
  /** Lessons that are not done. */
  open: Course['lessons']
  /** The invented files that are left to go through before the exam. */
  practice: readonly { id: string; href: string; title: string }[]
  attempts: ComponentProps<typeof AttemptList>['attempts']
  /** Address of the course. */
  path: string
  locale: Locale
  t: Translator
}

/** The exam of a course: its rules, the learner's state, and the button that begins or resumes it. */
export function ExamPage(props: Props) {
  const { attempts, path, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l narrow">
      <Rules {...props} />
      <NextStep {...props} />
      {attempts.length > 0 && (
        <EarlierAttempts attempts={attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
      )}
    </main>
  )
}

function Rules({ course, rule, availability, path, locale, t }: Props) {
  return (
    <div className="stack">
      <p className="sm">
        <a href={path}>{course.file.title[locale]}</a>
      </p>
      <h1>{t('exam.title')}</h1>
      <p className="lead">
        {t('exam.lead', {
          questions: t('plural.questions', { count: rule.questions }),
          rate: formatPercent(rule.passRate, locale),
        })}
      </p>
      <ul>
        <li>{t('exam.how1')}</li>
        <li>{t('exam.how2')}</li>
        <li>{t('exam.how3')}</li>
        <li>{t('exam.how4')}</li>
      </ul>
      <p className="sm muted">
        {t('exam.rule', { attempts: rule.attempts, hours: t('plural.hours', { count: rule.coolDownHours }) })}{' '}
        {t('exam.attemptsLeft', { count: availability.attemptsLeft })}
      </p>
    </div>
  )
}

/** An attempt under way can be resumed whatever the other conditions are. */
function NextStep({ availability, takesPart, bankOpened, resumeAt, open, practice, path, locale, t }: Props) {
  if (resumeAt !== null) {
    return (
      <p>
        <a className="btn primary" href={`${path}/exam/${resumeAt}`}>
          {t('exam.resume', { n: resumeAt })}
        </a>
      </p>
    )
  }
  if (bankOpened) return <p className="note">{t('errors.bank-opened')}</p>
  return (
    <>
      {!takesPart && <p className="note">{t('course.howToAsk')}</p>}
      {takesPart && availability.status === 'open' && (
        <form method="post" action={`${path}/exam/start`}>
          <button type="submit" className="btn primary">
            {t('exam.start')}
          </button>
        </form>
      )}
      {takesPart && availability.status === 'not-yet' && (
        <p className="note">{t('course.examOpensOn', { date: formatDate(availability.opensAt, locale) })}</p>
      )}
      {takesPart && availability.status === 'cooling-down' && (
        <p className="note">{t('exam.opensAt', { date: formatOpening(availability.opensAt, locale) })}</p>
      )}
      {availability.status === 'exhausted' && <p className="note">{t('exam.result.last')}</p>}
      {takesPart && availability.status === 'locked' && (
        <div className="note stack">
          {open.length > 0 && (
            <>
              <p>{t('exam.locked')}</p>
              <p className="sm">{t('exam.remaining')}</p>
            </>
          )}
          {practice.length > 0 && <p>{t('casework.beforeExam')}</p>}
          <ul>
            {practice.map((file) => (
              <li key={file.id}>
                <a href={file.href}>{file.title}</a>
              </li>
            ))}
            {open.map(({ file }) => (
              <li key={file.id}>
                <a href={`${path}/lessons/${file.id}`}>{file.title[locale]}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
