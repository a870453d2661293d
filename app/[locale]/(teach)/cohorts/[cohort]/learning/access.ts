import type { StaffAccess } from '@/tests/support/access/access'
import { cohort, examined } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('statistics:read'), answer: 200 },
  states: {
    'learning of a cohort, none yet': { ...cohort('/learning'), role: 'tutor' },
    'learning of a cohort, by provision': { ...examined('/learning'), role: 'tutor' },
    'learning of a cohort, confident and wrong': { ...examined('/learning?part=confident'), role: 'tutor' },
    'learning of a cohort, by question': { ...examined('/learning?part=questions'), role: 'administrator' },
    'learning of a cohort, questions to check': {
      ...examined('/learning?part=questions&show=to-check'),
      role: 'tutor',
    },
    'learning of a cohort, by language': { ...examined('/learning?part=languages'), role: 'tutor' },
    'learning of a cohort, tests to offer': { ...cohort('/learning?part=gain'), role: 'administrator' },
    'learning of a cohort, tests waited for': {
      path: ({ locale, cast }) => `/${locale}/cohorts/${cast.measured}/learning?part=gain`,
      role: 'tutor',
    },
  },
}
