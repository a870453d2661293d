import type { ComponentProps } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { BelongingCard } from './belonging-card'
import { OfferCard } from './offer-card'

type Props = {
  offers: readonly ComponentProps<typeof OfferCard>['offer'][]
  belongings: readonly (ComponentProps<typeof BelongingCard>['belonging'] & { institutionId: string | null })[]
  /** Her address is confirmed: only then are offers to it shown. */
  confirmed: boolean
  /** What she has just done. */
  done: 'accepted' | 'declined' | 'left' | undefined
  locale: Locale
  t: Translator
}

/** The roles that she was offered, and where she belongs. */
export function InstitutionsPage(props: Props) {
  const { belongings, done, locale, t } = props
  return (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <h1>{t('myInstitutions.title')}</h1>
        <p className="lead">{t('myInstitutions.lead')}</p>
        {done && (
          <p className="note ok" role="status">
            {t(`myInstitutions.done.${done}`)}
          </p>
        )}
      </div>
      <Offers {...props} />
      <section className="stack" aria-labelledby="mine">
        <h2 id="mine">{t('myInstitutions.mine.title')}</h2>
        {belongings.length === 0 && <p className="muted">{t('myInstitutions.mine.none')}</p>}
        {belongings.map((belonging) => (
          <BelongingCard
            key={belonging.institutionId}
            belonging={belonging}
            leave={href(locale, `/account/institutions/leave?institution=${belonging.institutionId ?? 'platform'}`)}
            locale={locale}
            t={t}
          />
        ))}
      </section>
      <p>
        <a href={href(locale, '/account')}>{t('myInstitutions.back')}</a>
      </p>
    </main>
  )
}

function Offers({ offers, confirmed, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="offers">
      <h2 id="offers">{t('myInstitutions.offers.title')}</h2>
      {!confirmed && (
        <p className="note warn">
          {t('myInstitutions.offers.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
        </p>
      )}
      {confirmed && offers.length === 0 && <p className="muted">{t('myInstitutions.offers.none')}</p>}
      {offers.map((offer) => (
        <OfferCard key={offer.id} offer={offer} action={href(locale, '/account/institutions')} locale={locale} t={t} />
      ))}
    </section>
  )
}
