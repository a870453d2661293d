import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:enrol'), answer: 404 },
  POST: {
    asks: ofCohort('cohort:enrol'),
    form: ({ cohort }) => ({ to: cohort.cohortId, reason: 'elle change de session' }),
    answer: 404,
  },
  states: 'linked',
}
