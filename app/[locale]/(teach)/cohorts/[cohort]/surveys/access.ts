import type { StaffAccess } from '@/tests/support/access/access'
import { examined } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: ({ cohort }) => [ask('statistics:read', cohort), ask('survey:read', cohort)],
    answer: 200,
  },
  POST: {
    asks: ({ cohort }) => [
      ask('statistics:read', cohort),
      ask('survey:run', { institutionId: cohort.institutionId }),
      ask('survey:read', cohort),
    ],
    answer: 400,
  },
  states: {
    'surveys of a cohort': { ...examined('/surveys'), role: 'administrator' },
  },
}
