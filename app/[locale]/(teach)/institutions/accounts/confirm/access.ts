import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { confirming } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: confirming, answer: 200 },
  POST: { asks: confirming, answer: 400 },
  states: {
    'resend a confirmation': { ...page('/institutions/accounts/confirm?email=a@example.ma'), role: 'platform' },
  },
}
