import type { StaffAccess } from '@/tests/support/access/access'
import { ask, PEOPLE_PAGE } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: ({ institutionId, learner: { accountId } }) => [
      ask('people:read', { institutionId }),
      ask('role:end', { institutionId, accountId, role: 'tutor' }),
    ],
    form: ({ learner }) => ({ account: learner.accountId, role: 'tutor' }),
    answer: `303 ${PEOPLE_PAGE}`,
  },
}
