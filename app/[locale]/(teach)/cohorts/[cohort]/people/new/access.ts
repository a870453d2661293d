import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:enrol'), answer: 200 },
  POST: {
    asks: ofCohort('cohort:enrol'),
    form: () => ({ email: 'no address', locale: 'ar' }),
    answer: 400,
  },
  states: {
    'add a person': { ...cohort('/people/new'), role: 'administrator' },
    'add a person, refused': { ...cohort('/people/new'), role: 'administrator', act: sendBlank('cohorts.add.another') },
  },
}
