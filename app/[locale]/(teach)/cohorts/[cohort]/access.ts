import type { StaffAccess } from '@/tests/support/access/access'
import { cohort, examined } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:read'), answer: 200 },
  states: {
    'cohort of its tutor': { ...cohort(''), role: 'tutor' },
    'cohort, nobody so': { ...cohort('?show=late'), role: 'administrator' },
    'cohort that was examined': { ...examined(''), role: 'tutor' },
    'not her cohort': { ...cohort(''), role: 'newcomer', status: 403 },
  },
}
