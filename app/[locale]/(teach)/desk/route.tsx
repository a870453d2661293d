import { page } from '@/app/http/get-page'
import { DeskPage } from '@/components/desk/desk-page'
import { openDesk } from '@/server/desk/open-desk'
import { staffDocument } from '../staff-document'

/** The first page after the sign-in of whoever runs something. */
export const GET = page(async ({ locale, t, caller }) => {
  const now = new Date()
  const { platform, reviews, ...desk } = await openDesk(caller, now)
  const view = { ...desk, platform: platform && { ...platform, reviews } }
  return staffDocument(t('desk.work'), <DeskPage desk={view} now={now} locale={locale} t={t} />)
})
