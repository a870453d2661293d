import type { StaffAccess } from '@/tests/support/access/access'
import { mayReadText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // The text is no bank, and has neither the signature nor the proposal.
  POST: { asks: mayReadText, answer: 404, hidden: true },
}
