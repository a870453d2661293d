import type { StaffAccess } from '@/tests/support/access/access'
import { list } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:enrol'), answer: 404 },
  states: {
    'list, to be confirmed': { ...list('checked', '/confirm'), role: 'administrator' },
  },
}
