import type { StaffAccess } from '@/tests/support/access/access'
import { openToEverybody } from '@/tests/support/access/acts'
import { cohort, examined } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:change'), answer: 200 },
  POST: { asks: ofCohort('cohort:change'), answer: 400 },
  states: {
    'self-enrolment, closed': { ...cohort('/entry'), role: 'administrator' },
    'self-enrolment, open': { ...examined('/entry'), role: 'administrator' },
    'self-enrolment, refused': { ...cohort('/entry'), role: 'administrator', act: openToEverybody },
  },
}
