import { Award } from 'lucide'
import type { ExamAvailability } from '@/domain/exam/exam-availability'
import type { Locale } from '@/domain/locale'
import { formatDateTime, formatNumber, formatOpening, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Attempt = { handedInAt: Date | null; earned: number | null; possible: number | null; passed: boolean | null }
type Props = {
  attempt: Attempt
  passRate: number
  availability: ExamAvailability
  certificate: boolean
  /** The address of the course. */
  course: string
  locale: Locale
  t: Translator
}

export function ResultSummary({ attempt, passRate, availability, certificate, course, locale, t }: Props) {
  const possible = attempt.possible ?? 0
  const figures = {
    score: formatNumber(attempt.earned ?? 0, locale),
    possible: formatNumber(possible, locale),
    threshold: formatNumber(passRate * possible, locale),
  }
  return (
    <div className="stack">
      <h1>{t(attempt.passed ? 'exam.result.passed' : 'exam.result.notPassed')}</h1>
      <p className="lead">{t('exam.result.score', figures)}</p>
      {attempt.handedInAt && (
        <p className="sm muted">{t('exam.result.sentOn', { date: formatDateTime(attempt.handedInAt, locale) })}</p>
      )}
      <NextStep availability={availability} locale={locale} t={t} />
      <p className="row">
        {certificate && (
          <a className="btn primary" href={`/${locale}/certificates`}>
            <Icon node={Award} />
            {t('exam.result.certificate')}
          </a>
        )}
        <a className="btn" href={course}>
          {t('exam.result.course')}
        </a>
      </p>
    </div>
  )
}

function NextStep({ availability, locale, t }: Pick<Props, 'availability' | 'locale' | 't'>) {
  if (availability.status === 'cooling-down') {
    return (
      <div className="note">
        <p>{t('exam.opensAt', { date: formatOpening(availability.opensAt, locale) })}</p>
        <p>{t('exam.attemptsLeft', { count: availability.attemptsLeft })}</p>
      </div>
    )
  }
  if (availability.status === 'exhausted') return <p className="note">{t('exam.result.last')}</p>
  if (availability.status === 'open') return <p className="note">{t('exam.result.again')}</p>
  return null
}
