import type { StaffAccess } from '@/tests/support/access/access'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:cosign'), answer: 200 },
  POST: { asks: ofCohort('cohort:cosign'), answer: 400 },
  states: {
    'co-signers of a cohort': { ...cohort('/cosigners'), role: 'administrator' },
  },
}
