import type { StaffAccess } from '@/tests/support/access/access'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A day without a stored report.
  GET: { asks: at('institution:report'), answer: 404 },
  states: 'linked',
}
