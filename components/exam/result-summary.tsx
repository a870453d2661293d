import { Award } from 'lucide'
import type { ComponentProps } from 'react'
import type { ExamAvailability } from '@/domain/exam/exam-availability'
import type { Locale, Localized } from '@/domain/locale'
import { formatDateTime, formatNumber, formatOpening, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CertificatePicture } from '../ui/certificate-picture'
import { DownloadLink } from '../ui/download-link'
import { Icon } from '../ui/icon'
import { ScoreGauge } from './score-gauge'

type Attempt = {
  handedInAt: Date | null
  earned: number | null
  possible: number | null
  passed: boolean | null
  /** It failed because of a wrong key, and does not count. */
  givenBack?: boolean
}
type Props = {
  attempt: Attempt
  passRate: number
  availability: ExamAvailability
  /** The button that asks for a letter when she may try again; null if there is no wait. */
  telling: { asked: boolean; action: string } | null
  /** The certificate of the course, if she holds one. */
  certificate: (ComponentProps<typeof CertificatePicture> & { link: string }) | null
  /** The title of the course, and its address. */
  title: Localized
  course: string
  /** The address of practice on the missed objectives; null if there is none. */
  practice: string | null
  /** The course to go on with, after a pass. */
  nextCourse: { title: Localized; href: string } | null
  locale: Locale
  t: Translator
}

/** The head of a result: pass or fail, the score against the pass mark, and the next step. */
export function ResultSummary(props: Props) {
  const { attempt, certificate, title, course, nextCourse, locale, t } = props
  return (
    <div className="result-outcome">
      <div className="stack">
        <p className="sm">
          <a href={course}>{typeset(title[locale], locale)}</a>
        </p>
        <h1>{t(attempt.passed ? 'exam.result.passed' : 'exam.result.notPassed')}</h1>
        <Score {...props} />
        {attempt.givenBack && !attempt.passed && <p className="note">{t('exam.result.givenBack')}</p>}
        <NextStep {...props} />
        <Actions {...props} />
        {attempt.handedInAt && (
          <p className="sm muted">{t('exam.result.sentOn', { date: formatDateTime(attempt.handedInAt, locale) })}</p>
        )}
        {nextCourse && (
          <p>
            {t.rich('exam.result.nextCourse', {
              course: () => (
                <a key="course" href={nextCourse.href}>
                  {typeset(nextCourse.title[locale], locale)}
                </a>
              ),
            })}
          </p>
        )}
      </div>
      {certificate && <CertificatePicture {...certificate} />}
    </div>
  )
}

function Score({ attempt, passRate, locale, t }: Props) {
  const [earned, possible] = [attempt.earned ?? 0, attempt.possible ?? 0]
  const figures = {
    score: formatNumber(earned, locale),
    possible: formatNumber(possible, locale),
    threshold: formatNumber(passRate * possible, locale),
  }
  return (
    <div className="score">
      <p className="sr">{t('exam.result.score', figures)}</p>
      <p className="big" aria-hidden="true">
        {figures.score} <small>/ {figures.possible}</small>
      </p>
      <ScoreGauge
        score={possible > 0 ? earned / possible : 0}
        needed={passRate}
        label={t('exam.result.needed', figures)}
        passed={attempt.passed === true}
        locale={locale}
      />
    </div>
  )
}

function Actions({ certificate, course, practice, locale, t }: Props) {
  return (
    <div className="row">
      {certificate && (
        <>
          <DownloadLink primary href={`/api/certificates/${certificate.facts.number}/pdf`}>
            {t('certificate.pdf')}
          </DownloadLink>
          <button
            type="button"
            className="btn"
            hidden
            data-copy={certificate.link}
            data-copied={t('certificate.linkCopied')}
          >
            {t('exam.result.copyLink')}
          </button>
          <a className="btn" href={`/${locale}/certificates`}>
            <Icon node={Award} />
            {t('exam.result.certificate')}
          </a>
        </>
      )}
      {practice && (
        <a className="btn primary" href={practice}>
          {t('practice.set.link')}
        </a>
      )}
      <a className="btn" href={course}>
        {t('exam.result.course')}
      </a>
    </div>
  )
}

function TellMe({ asked, action, t }: NonNullable<Props['telling']> & Pick<Props, 't'>) {
  return (
    <form method="post" action={action} className="row">
      {asked && <p role="status">{t('exam.result.told')}</p>}
      <button type="submit" name="wanted" value={asked ? 'no' : 'yes'} className="btn">
        {t(asked ? 'exam.result.notTell' : 'exam.result.tellMe')}
      </button>
    </form>
  )
}

function NextStep({ availability, telling, locale, t }: Props) {
  if (availability.status === 'cooling-down') {
    return (
      <div className="note">
        <p>{t('exam.opensAt', { date: formatOpening(availability.opensAt, locale) })}</p>
        <p>{t('exam.attemptsLeft', { count: availability.attemptsLeft })}</p>
        {telling && <TellMe {...telling} t={t} />}
      </div>
    )
  }
  if (availability.status === 'exhausted') return <p className="note">{t('exam.result.last')}</p>
  if (availability.status === 'open') return <p className="note">{t('exam.result.again')}</p>
  return null
}
