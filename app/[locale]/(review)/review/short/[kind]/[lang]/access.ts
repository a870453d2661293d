import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { readsTerms, signsTerms } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: readsTerms, answer: 200, hidden: true },
  // Nothing is ticked.
  POST: { asks: signsTerms, answer: 400, hidden: true },
  states: {
    'short entries to sign': { ...page('/review/short/referral/ar'), role: 'platform' },
  },
}
