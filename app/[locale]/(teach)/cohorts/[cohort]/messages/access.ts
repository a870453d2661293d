import type { StaffAccess } from '@/tests/support/access/access'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:announce'), answer: 200 },
  states: {
    'messages to a cohort': { ...cohort('/messages'), role: 'tutor' },
  },
}
