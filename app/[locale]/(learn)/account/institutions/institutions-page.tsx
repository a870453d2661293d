import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { BelongingCard } from '@/components/account/belonging-card'
import { OfferCard } from '@/components/account/offer-card'
import { href } from '@/components/shell/paths'
import { runsSomething } from '@/server/auth/caller'
import type { Permit } from '@/server/auth/permit'
import { offersToMe } from '@/server/institution/answer-offer'
import { myInstitutions } from '@/server/institution/my-institutions'

const DONE = ['accepted', 'declined', 'left'] as const

export async function institutionsPage(
  { locale, t, query, caller }: Context,
  permit: Permit<'account:read'>,
): Promise<DocumentPage> {
  const [offers, belongings, staff] = await Promise.all([
    offersToMe(permit, new Date()),
    myInstitutions(permit),
    runsSomething(caller),
  ])
  const title = t('myInstitutions.title')
  const done = DONE.find((one) => one === query.get('done'))
  const action = href(locale, '/account/institutions')
  const main = (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead">{t('myInstitutions.lead')}</p>
        {done && (
          <p className="note ok" role="status">
            {t(`myInstitutions.done.${done}`)}
          </p>
        )}
      </div>
      <section className="stack" aria-labelledby="offers">
        <h2 id="offers">{t('myInstitutions.offers.title')}</h2>
        {!permit.actor.confirmed && (
          <p className="note warn">
            {t('myInstitutions.offers.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
          </p>
        )}
        {permit.actor.confirmed && offers.length === 0 && <p className="muted">{t('myInstitutions.offers.none')}</p>}
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} action={action} locale={locale} t={t} />
        ))}
      </section>
      <section className="stack" aria-labelledby="mine">
        <h2 id="mine">{t('myInstitutions.mine.title')}</h2>
        {belongings.length === 0 && <p className="muted">{t('myInstitutions.mine.none')}</p>}
        {belongings.map((belonging) => (
          <BelongingCard
            key={belonging.institutionId}
            belonging={belonging}
            leave={`${action}/leave?institution=${belonging.institutionId ?? 'platform'}`}
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
  return { title, main, staff, index: false }
}
