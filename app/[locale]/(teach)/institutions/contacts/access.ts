import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('contact:review', {})], answer: 200 },
  states: {
    'contacts to check': { ...page('/institutions/contacts?done=accepted'), role: 'platform' },
  },
}
