import type { StaffAccess } from '@/tests/support/access/access'
import { withdrawal } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: withdrawal,
    query: ({ learner }) => `?account=${learner.accountId}`,
    answer: 200,
  },
  POST: {
    asks: withdrawal,
    query: ({ learner }) => `?account=${learner.accountId}`,
    form: () => ({ reason: '' }),
    answer: 400,
  },
  states: {
    'withdraw a confirmation': {
      path: ({ cast, locale }) =>
        `/${locale}/institutions/${cast.school}/people/withdraw?account=${cast.holder.accountId}`,
      role: 'administrator',
    },
  },
}
