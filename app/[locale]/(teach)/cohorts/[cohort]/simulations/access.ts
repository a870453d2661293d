import type { StaffAccess } from '@/tests/support/access/access'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:play'), answer: 200 },
  POST: {
    asks: ofCohort('cohort:play'),
    form: () => ({ case: 'none' }),
    answer: 404,
  },
  states: {
    'simulations of a cohort': { ...cohort('/simulations'), role: 'tutor' },
  },
}
