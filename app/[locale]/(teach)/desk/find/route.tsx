import { page } from '@/app/http/get-page'
import { FoundPage } from '@/components/desk/found-page'
import { requirePermission } from '@/server/auth/permit'
import { findOnDesk } from '@/server/desk/find'
import { staffDocument } from '../../staff-document'

/** Finds a person or a cohort by name in what the reader may see. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'desk:read', {})
  const typed = (query.get('q') ?? '').trim().slice(0, 200)
  const found = await findOnDesk(permit, typed, new Date())
  return staffDocument(t('desk.find'), <FoundPage found={found} typed={typed} locale={locale} t={t} />)
})
