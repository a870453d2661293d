import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('face:change'), answer: 200 },
  // A change of an older version: nothing is saved.
  POST: {
    asks: at('face:change'),
    form: () => ({ act: 'save', version: '7' }),
    answer: 400,
  },
  states: {
    'face of an institution': { ...school('/face'), role: 'administrator' },
  },
}
