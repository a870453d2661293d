import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: ({ learner }) => [
      ask('people:read', { institutionId: null }),
      ask('role:end', { institutionId: null, accountId: learner.accountId, role: 'support' }),
    ],
    form: ({ learner }) => ({ account: learner.accountId, role: 'support' }),
    answer: '303 /ar/institutions/platform',
  },
}
