import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:enrol'), answer: 200 },
  states: 'file',
}
