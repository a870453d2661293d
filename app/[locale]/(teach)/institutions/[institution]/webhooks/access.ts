import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:integrate'), answer: 200 },
  // Nothing is filled in.
  POST: {
    asks: at('institution:integrate'),
    form: () => ({}),
    answer: 400,
  },
  states: {
    'webhooks of an institution': { ...school('/webhooks'), role: 'administrator' },
    'webhooks of an institution, refused': {
      ...school('/webhooks'),
      role: 'administrator',
      act: sendBlank('webhooks.addButton'),
    },
  },
}
