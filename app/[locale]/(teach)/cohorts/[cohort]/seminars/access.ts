import type { StaffAccess } from '@/tests/support/access/access'
import { examined } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:read'), answer: 200 },
  states: {
    'seminars of a cohort': { ...examined('/seminars'), role: 'administrator' },
  },
}
