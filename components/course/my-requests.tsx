import type { MemberStatus } from '@/domain/cohort/membership'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { NameIn } from '../ui/name-in'

export type MyRequest = {
  memberId: string
  title: Readonly<Record<Locale, string>>
  cohort: string
  institutionArabic: string
  institutionLatin: string
  status: Extract<MemberStatus, 'asked' | 'waiting' | 'refused'>
  since: Date
  /** The place on the waitlist, from 1. */
  place: number | null
  reason: string | null
}
type Props = { requests: readonly MyRequest[]; locale: Locale; t: Translator }

const TONES = { asked: 'warn', waiting: 'warn', refused: 'bad' } as const

/** The cohorts that the learner asked to join: the state of each request, and the button to withdraw it. */
export function MyRequests({ requests, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t(requests.length > 0 ? 'join.requests' : 'join.title')}</h2>
      {requests.map((request) => (
        <article key={request.memberId} className="card stack-s">
          <div className="row between">
            <h3>{typeset(request.title[locale], locale)}</h3>
            <span className={`chip ${TONES[request.status]}`}>{t(`join.statuses.${request.status}`)}</span>
          </div>
          <p className="sm muted">
            <NameIn
              names={{ nameArabic: request.institutionArabic, nameLatin: request.institutionLatin }}
              locale={locale}
            />{' '}
            · <Name>{request.cohort}</Name>
          </p>
          <RequestState request={request} locale={locale} t={t} />
          {request.status !== 'refused' && (
            <form method="post" action={href(locale, '/join/back')}>
              <button type="submit" name="request" value={request.memberId} className="btn">
                {t('join.takeBack')}
                <span className="sr"> {request.cohort}</span>
              </button>
            </form>
          )}
        </article>
      ))}
      <p>
        <a href={href(locale, '/join')}>{t('join.enter')}</a>
      </p>
    </section>
  )
}

function RequestState({
  request: { status, since, place, reason },
  locale,
  t,
}: { request: MyRequest } & Omit<Props, 'requests'>) {
  const date = formatDate(since, locale)
  if (status === 'asked') return <p>{t('join.askedSince', { date })}</p>
  if (status === 'waiting') return <p>{t('join.waitingAt', { place: place ?? 1, date })}</p>
  return (
    <>
      <p>{t('join.refusedOn', { date })}</p>
      {reason && (
        <p>
          {t('join.reason')} <bdi>{reason}</bdi>
        </p>
      )}
    </>
  )
}
