import type { StaffAccess } from '@/tests/support/access/access'
import { account } from '@/tests/support/access/addresses'
import { supported } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: supported('account:enable'), answer: 200 },
  POST: { asks: supported('account:enable'), answer: 400 },
  states: {
    'enable an account': { ...account('disabled', '/enable'), role: 'platform' },
  },
}
