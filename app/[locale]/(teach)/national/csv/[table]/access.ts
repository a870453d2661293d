import type { StaffAccess } from '@/tests/support/access/access'
import { nation } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: nation, answer: 200 },
  states: 'file',
}
