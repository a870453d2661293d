import type { StaffAccess } from '@/tests/support/access/access'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:change'), answer: 200 },
  POST: { asks: ofCohort('cohort:change'), answer: 400 },
  states: {
    'cohort, its settings': { ...cohort('/settings'), role: 'administrator' },
  },
}
