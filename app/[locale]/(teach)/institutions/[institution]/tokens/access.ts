import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:integrate'), answer: 200 },
  // It has no name.
  POST: {
    asks: at('institution:integrate'),
    form: () => ({}),
    answer: 400,
  },
  states: {
    'tokens of an institution': { ...school('/tokens'), role: 'administrator' },
    'tokens of an institution, refused': {
      ...school('/tokens'),
      role: 'administrator',
      act: sendBlank('apiTokens.addButton'),
    },
  },
}
