import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at, COURT } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:change'), answer: 200 },
  POST: {
    asks: at('institution:change'),
    form: () => COURT,
    answer: '303 /ar/institutions/{institution}',
  },
  states: {
    'institution, edited': { ...school('/edit'), role: 'administrator' },
  },
}
