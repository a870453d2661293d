import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // Nobody is ticked.
  POST: {
    asks: (fixtures) => [...ofCohort('cohort:read')(fixtures), ...ofCohort('cohort:enrol')(fixtures)],
    form: () => ({ act: 'again' }),
    answer: '303 /ar/cohorts/{cohort}/people',
  },
}
