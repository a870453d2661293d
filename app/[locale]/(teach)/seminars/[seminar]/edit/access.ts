import type { StaffAccess } from '@/tests/support/access/access'
import { seminar } from '@/tests/support/access/addresses'
import { ofSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofSeminar, answer: 200 },
  POST: {
    asks: ofSeminar,
    form: () => ({ titleFrench: '', sittings: '1' }),
    answer: 400,
  },
  states: {
    'seminar, edited': { ...seminar('/edit'), role: 'administrator' },
  },
}
