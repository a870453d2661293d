import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: { asks: ofCohort('cohort:enrol'), answer: 404 },
}
