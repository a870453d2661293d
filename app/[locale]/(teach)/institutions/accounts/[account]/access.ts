import type { StaffAccess } from '@/tests/support/access/access'
import { account } from '@/tests/support/access/addresses'
import { lookedAt } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: lookedAt, answer: 200 },
  states: {
    'account of a learner': { ...account('holder'), role: 'platform' },
    'account of its reader': { ...account('platform'), role: 'platform' },
  },
}
