import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A person who is not in the cohort: a permitted caller gets “not found”.
  GET: { asks: ofCohort('cohort:read'), answer: 404 },
  POST: {
    asks: ofCohort('cohort:enrol'),
    form: () => ({ act: 'invite' }),
    answer: 404,
  },
  states: {
    'person of a cohort, who asks': {
      path: ({ cast, locale }) => `/${locale}/cohorts/${cast.examined}/people/${cast.request}`,
      role: 'tutor',
    },
  },
}
