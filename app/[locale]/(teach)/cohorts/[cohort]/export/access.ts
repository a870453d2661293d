import type { StaffAccess } from '@/tests/support/access/access'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:export'), answer: 200 },
  POST: { asks: ofCohort('cohort:export'), answer: 400 },
  states: {
    'export a cohort': { ...cohort('/export'), role: 'administrator' },
  },
}
