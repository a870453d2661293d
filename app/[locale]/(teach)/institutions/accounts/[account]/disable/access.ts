import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { account } from '@/tests/support/access/addresses'
import { supported } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: supported('account:disable'), answer: 200 },
  // Each act asks for a reason.
  POST: { asks: supported('account:disable'), answer: 400 },
  states: {
    'disable an account': { ...account('holder', '/disable'), role: 'platform' },
    'disable an account, refused': {
      ...account('holder', '/disable'),
      role: 'platform',
      act: sendBlank('accounts.disable.button'),
    },
  },
}
