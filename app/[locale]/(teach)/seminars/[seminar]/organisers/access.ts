import type { StaffAccess } from '@/tests/support/access/access'
import { seminar } from '@/tests/support/access/addresses'
import { ofSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofSeminar, answer: 200 },
  POST: { asks: ofSeminar, form: () => ({ institution: '' }), answer: 400 },
  states: {
    'organisers of a seminar': { ...seminar('/organisers'), role: 'administrator' },
  },
}
