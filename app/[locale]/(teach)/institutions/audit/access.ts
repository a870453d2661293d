import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { everywhere } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: everywhere('audit:read'), answer: 200 },
  states: {
    'audit of the platform': { ...page('/institutions/audit'), role: 'platform' },
  },
}
