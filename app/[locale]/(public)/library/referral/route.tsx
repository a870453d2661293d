import { documentPage } from '@/app/document'
import { ReferralPage } from '@/components/library/referral-page'
import { readReferralFilters } from '@/domain/library/filter-referral'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** Who can be turned to. Its address holds the region and the role. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const store = library()
    const filters = readReferralFilters(query, store.regions)
    const main = <ReferralPage store={store} filters={filters} locale={locale} t={t} />
    return { title: t('library.referral.title'), description: t('library.referral.lead'), main }
  })
}
