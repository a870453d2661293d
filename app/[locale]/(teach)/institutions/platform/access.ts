import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { everywhere } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: everywhere('people:read'), answer: 200 },
  POST: {
    asks: everywhere('people:read'),
    form: () => ({ email: '', role: 'support' }),
    answer: 400,
  },
  states: {
    'people of the platform': { ...page('/institutions/platform'), role: 'platform' },
  },
}
