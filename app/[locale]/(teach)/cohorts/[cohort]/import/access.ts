import type { StaffAccess } from '@/tests/support/access/access'
import { sendNoFile } from '@/tests/support/access/acts'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:enrol'), answer: 200 },
  POST: { asks: ofCohort('cohort:enrol'), answer: 400 },
  states: {
    'import a list': { ...cohort('/import'), role: 'administrator' },
    'import a list, no file chosen': { ...cohort('/import'), role: 'administrator', act: sendNoFile },
  },
}
