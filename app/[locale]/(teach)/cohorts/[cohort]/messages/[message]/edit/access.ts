import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { messageOf } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:announce'), answer: 404 },
  POST: {
    asks: ofCohort('cohort:announce'),
    form: () => ({ draft: randomUUID(), version: '1', audience: 'everybody' }),
    answer: 404,
  },
  states: {
    'message, changed': messageOf('draft', '/edit'),
  },
}
