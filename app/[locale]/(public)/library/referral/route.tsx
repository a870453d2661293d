import { page } from '@/app/http/get-page'
import { ReferralPage } from '@/components/library/referral-page'
import { readReferralFilters } from '@/domain/library/filter-referral'
import { shownContacts } from '@/server/contact/shown-contacts'
import { library } from '@/server/content/library'

/** The directory of referral services. The address holds the region and the role. */
export const GET = page(async ({ locale, t, query }) => {
  const store = library()
  const filters = readReferralFilters(query, store.regions)
  const contacts = await shownContacts(null, new Date())
  const main = <ReferralPage store={store} filters={filters} contacts={contacts} locale={locale} t={t} />
  return { title: t('library.referral.title'), description: t('library.referral.lead'), main, styles: ['library.css'] }
})
