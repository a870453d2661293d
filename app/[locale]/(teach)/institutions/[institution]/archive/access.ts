import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:archive'), answer: 200 },
  POST: {
    asks: at('institution:archive'),
    form: () => ({ reason: '' }),
    answer: 400,
  },
  states: {
    'archive an institution': { ...school('/archive'), role: 'platform' },
  },
}
