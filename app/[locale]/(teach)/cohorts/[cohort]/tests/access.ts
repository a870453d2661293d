import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: ofCohort('cohort:change'),
    answer: '303 /ar/cohorts/{cohort}/learning',
  },
}
