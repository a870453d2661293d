import type { StaffAccess } from '@/tests/support/access/access'
import { proposesIt } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: proposesIt, answer: 400, hidden: true },
}
