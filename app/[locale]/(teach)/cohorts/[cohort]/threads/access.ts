import type { StaffAccess } from '@/tests/support/access/access'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:answer'), hidden: true, answer: 200 },
  states: {
    'questions of a cohort': { ...cohort('/threads'), role: 'tutor' },
  },
}
