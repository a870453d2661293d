import { page } from '@/app/http/get-page'
import { CONTACT_ANSWERS, ReviewListPage } from '@/components/contact/review-list-page'
import { requirePermission } from '@/server/auth/permit'
import { awaitingContacts } from '@/server/contact/decide-contact'
import { library } from '@/server/content/library'
import { staffDocument } from '../../staff-document'

/** The contacts of regions that await a decision of the platform. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const contacts = await awaitingContacts(await requirePermission(caller, 'contact:review', {}))
  const done = CONTACT_ANSWERS.find((one) => one === query.get('done')) ?? null
  const about = { contacts, done, regions: library().regions, locale, t }
  return staffDocument(t('contacts.reviewTitle'), <ReviewListPage {...about} />)
})
