import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:change'), answer: 200 },
  POST: { asks: at('institution:change'), form: () => ({}), answer: 400 },
  states: {
    'calls of an institution': { ...school('/calls'), role: 'administrator' },
  },
}
