import { isPlatformRole, type Role } from '@/domain/auth/role'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { NameIn } from '../ui/name-in'
import { type Fact, ScopeFacts } from '../ui/scope-facts'

type Offer = {
  id: string
  role: Role
  /** Null for the platform. */
  institution: Names | null
  offeredBy: Names | null
  offeredAt: Date
  expiresAt: Date
  /** What a reviewer would be given, in words. */
  scope?: readonly Fact[] | null
}
type Props = { offer: Offer; action: string; locale: Locale; t: Translator }

/** An offered role: who offers it, what it means, what the institution will see, and the two answers. */
export function OfferCard({ offer, action, locale, t }: Props) {
  const { id, role, institution, offeredBy, offeredAt, expiresAt, scope } = offer
  const date = formatDate(offeredAt, locale)
  return (
    <article className="card stack" aria-labelledby={`offer-${id}`}>
      <h3 id={`offer-${id}`}>
        {institution ? <NameIn names={institution} locale={locale} /> : t('site.name')}
        {' · '}
        {t(`roles.${role}`)}
      </h3>
      <p className="sm muted">
        {offeredBy
          ? t.rich('myInstitutions.offers.byWhom', {
              date,
              name: () => <NameIn key="name" names={offeredBy} locale={locale} />,
            })
          : t('myInstitutions.offers.on', { date })}{' '}
        {t('myInstitutions.offers.until', { date: formatDate(expiresAt, locale) })}
      </p>
      <p>{t(`myInstitutions.means.${role}`)}</p>
      {scope && <ScopeFacts facts={scope} />}
      <p>{t(isPlatformRole(role) ? 'myInstitutions.sees.platform' : 'myInstitutions.sees.institution')}</p>
      <form method="post" action={action} className="row">
        <input type="hidden" name="offer" value={id} />
        <button type="submit" name="act" value="accept" className="btn primary" aria-describedby={`offer-${id}`}>
          {t('myInstitutions.offers.accept')}
        </button>
        <button type="submit" name="act" value="decline" className="btn" aria-describedby={`offer-${id}`}>
          {t('myInstitutions.offers.decline')}
        </button>
      </form>
      <p className="sm muted">{t('myInstitutions.offers.declineHint')}</p>
    </article>
  )
}
