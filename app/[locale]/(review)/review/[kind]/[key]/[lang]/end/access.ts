import type { StaffAccess } from '@/tests/support/access/access'
import { mayReadText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: mayReadText, answer: 400, hidden: true },
}
