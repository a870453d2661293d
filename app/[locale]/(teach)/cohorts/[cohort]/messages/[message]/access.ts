import type { StaffAccess } from '@/tests/support/access/access'
import { messageOf } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A message that does not exist: a permitted caller gets “not found”.
  GET: { asks: ofCohort('cohort:announce'), answer: 404 },
  POST: {
    asks: ofCohort('cohort:announce'),
    form: () => ({ act: 'delete' }),
    answer: 404,
  },
  states: {
    'message before it leaves': messageOf('draft'),
    'message that has left': messageOf('sent'),
  },
}
