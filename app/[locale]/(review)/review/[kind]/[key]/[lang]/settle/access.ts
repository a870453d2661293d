import type { StaffAccess } from '@/tests/support/access/access'
import { writesText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: writesText, answer: 400, hidden: true },
}
