import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Texts } from '@/domain/text/texts'
import { formatNumber, type Translator } from '@/i18n/translator'
import { whenOf } from '@/i18n/when'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { StaffPage } from '../ui/staff-page'
import { GivenTitle } from './given-text'
import { SeminarCard, type SeminarInList } from './seminar-card'

type Request = {
  id: string
  titles: Texts
  startsAt: Date
  endsAt: Date
  nameArabic: string
  nameLatin: string
  acceptedAt: Date | null
}
/** Places in a seminar that are kept for people whom the institution names. */
type Quota = Omit<Request, 'id' | 'acceptedAt'> & { seminarId: string; places: number; used: number }
type Props = {
  institution: { id: string; nameArabic: string; nameLatin: string }
  seminars: readonly SeminarInList[]
  /** The requests of other institutions to this one, open or accepted. */
  requests: readonly Request[]
  quotas: readonly Quota[]
  locale: Locale
  t: Translator
  now: Date
}

/** The seminars of an institution, drafts included, and the requests of others to co-organise theirs. */
export function InstitutionSeminarsPage({ institution, seminars, requests, quotas, locale, t, now }: Props) {
  const { id } = institution
  return (
    <StaffPage
      heading={t('seminar.ofInstitution')}
      lead={t('seminar.ofInstitutionLead')}
      crumbs={[{ path: `/institutions/${id}`, label: nameIn(institution, locale) }]}
      locale={locale}
      t={t}
    >
      <p>
        <a className="btn primary" href={`${href(locale, '/seminars/new')}?institution=${id}`}>
          {t('seminar.new')}
        </a>
      </p>
      {requests.length > 0 && (
        <section className="stack" aria-labelledby="asked">
          <h2 id="asked">{t('seminar.organisers.asked')}</h2>
          <ul className="plain stack">
            {requests.map((request) => (
              <RequestItem key={request.id} request={request} institutionId={id} locale={locale} t={t} />
            ))}
          </ul>
        </section>
      )}
      {quotas.length > 0 && (
        <section className="stack" aria-labelledby="kept">
          <h2 id="kept">{t('seminarPlaces.forYou')}</h2>
          <p className="sm">{t('seminarPlaces.forYouLead')}</p>
          <ul className="plain stack">
            {quotas.map((quota) => (
              <QuotaItem key={quota.seminarId} quota={quota} institutionId={id} locale={locale} t={t} />
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby="all">
        <h2 id="all">{t('seminar.title')}</h2>
        {seminars.length === 0 && <p className="card">{t('seminar.noneOfInstitution')}</p>}
        {seminars.length > 0 && (
          <ul className="plain stack seminars">
            {seminars.map((seminar) => (
              <SeminarCard key={seminar.id} seminar={seminar} heading="h3" locale={locale} t={t} now={now} />
            ))}
          </ul>
        )}
      </section>
    </StaffPage>
  )
}

type QuotaProps = { quota: Quota; institutionId: string; locale: Locale; t: Translator }

function QuotaItem({ quota, institutionId, locale, t }: QuotaProps) {
  const { seminarId, titles, used, places } = quota
  const path = href(locale, `/seminars/${seminarId}`)
  const count = { used: formatNumber(used, locale), places: formatNumber(places, locale) }
  return (
    <li className="card stack-s">
      <p>
        <a href={path}>
          <GivenTitle texts={titles} locale={locale} />
        </a>
      </p>
      <p className="sm muted">
        {whenOf(quota, locale, t)} · <NameIn names={quota} locale={locale} />
      </p>
      <p className="row">
        <a className="btn" href={`${path}/places#quota-${institutionId}`}>
          {t('desk.acts.quota')}
        </a>
        <span className="sm">{t('seminarPlaces.quotaUsed', count)}</span>
      </p>
    </li>
  )
}

type ItemProps = { request: Request; institutionId: string; locale: Locale; t: Translator }

function RequestItem({ request, institutionId, locale, t }: ItemProps) {
  const { id, titles, acceptedAt } = request
  const answers = acceptedAt === null ? (['accept', 'decline'] as const) : (['withdraw'] as const)
  return (
    <li className="card stack-s">
      <p>
        <strong>
          <GivenTitle texts={titles} locale={locale} />
        </strong>
      </p>
      <p className="sm muted">
        {whenOf(request, locale, t)} ·{' '}
        {t.rich('seminar.organisers.askedBy', {
          institution: () => <NameIn key="institution" names={request} locale={locale} />,
        })}
      </p>
      <form method="post" action={href(locale, `/institutions/${institutionId}/seminars`)} className="row">
        <input type="hidden" name="seminar" value={id} />
        {answers.map((answer) => (
          <button
            key={answer}
            type="submit"
            name="answer"
            value={answer}
            className={answer === 'accept' ? 'btn primary' : 'btn'}
          >
            {t(`seminar.organisers.${answer}`)}
          </button>
        ))}
      </form>
    </li>
  )
}
