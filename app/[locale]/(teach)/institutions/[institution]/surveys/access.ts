import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('survey:run'), answer: 200 },
  POST: { asks: at('survey:run'), answer: 400 },
  states: {
    'surveys of an institution': { ...school('/surveys'), role: 'administrator' },
  },
}
