import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { InstitutionsPage } from '@/components/account/institutions-page'
import { scopeFacts } from '@/components/ui/scope-facts'
import { deskOf } from '@/server/auth/caller'
import type { Permit } from '@/server/auth/permit'
import { courseTitles } from '@/server/editorial/parts'
import { offersToMe } from '@/server/institution/answer-offer'
import { myInstitutions } from '@/server/institution/my-institutions'

const DONE = ['accepted', 'declined', 'left'] as const

export async function institutionsPage(
  { locale, t, query, caller }: Context,
  permit: Permit<'account:read'>,
): Promise<DocumentPage> {
  const [offers, belongings, desk, courses] = await Promise.all([
    offersToMe(permit, new Date()),
    myInstitutions(permit),
    deskOf(caller),
    courseTitles(),
  ])
  const main = (
    <InstitutionsPage
      offers={offers.map((offer) => ({
        ...offer,
        scope: offer.scope && scopeFacts(offer.scope, courses, locale, t),
      }))}
      belongings={belongings}
      confirmed={permit.actor.confirmed}
      done={DONE.find((done) => done === query.get('done'))}
      locale={locale}
      t={t}
    />
  )
  return { title: t('myInstitutions.title'), main, styles: ['staff.css'], ...desk, index: false }
}
