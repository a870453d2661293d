import type { StaffAccess } from '@/tests/support/access/access'
import { list } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:enrol'), answer: 404 },
  states: {
    'list, checked': { ...list('checked'), role: 'administrator' },
    'list, another page': { ...list('checked', '?page=2'), role: 'administrator' },
    'list, nothing so': { ...list('checked', '?show=existing'), role: 'administrator' },
    'list, taken in': { ...list('takenIn'), role: 'administrator' },
  },
}
