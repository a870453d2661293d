import type { StaffAccess } from '@/tests/support/access/access'
import { ask, PEOPLE_PAGE } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: ({ institutionId, tutor: { accountId } }) => [
      ask('people:read', { institutionId }),
      ask('identity:confirm', { institutionId, accountId }),
    ],
    form: ({ tutor: { accountId, nameArabic, nameLatin } }) => ({ account: accountId, nameArabic, nameLatin }),
    answer: `303 ${PEOPLE_PAGE}`,
  },
}
