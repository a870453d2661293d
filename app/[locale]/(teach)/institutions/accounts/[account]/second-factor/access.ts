import type { StaffAccess } from '@/tests/support/access/access'
import { account } from '@/tests/support/access/addresses'
import { supported } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: supported('account:second-factor-off'),
    answer: 200,
  },
  POST: {
    asks: supported('account:second-factor-off'),
    answer: 400,
  },
  states: {
    'end a second factor': { ...account('guarded', '/second-factor'), role: 'platform' },
  },
}
