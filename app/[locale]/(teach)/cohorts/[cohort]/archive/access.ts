import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: ofCohort('cohort:change'),
    answer: '303 /ar/cohorts/{cohort}/settings',
  },
  POST: { asks: ofCohort('cohort:change'), answer: 400 },
  entry: 'none',
  states: 'redirect',
}
