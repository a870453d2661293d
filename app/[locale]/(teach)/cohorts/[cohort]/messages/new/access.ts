import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { cohort } from '@/tests/support/access/addresses'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:announce'), answer: 200 },
  POST: {
    asks: ofCohort('cohort:announce'),
    form: () => ({ draft: randomUUID(), version: '1', audience: 'everybody' }),
    answer: 400,
  },
  states: {
    'new message': { ...cohort('/messages/new'), role: 'tutor' },
    'new message, refused': { ...cohort('/messages/new'), role: 'tutor', act: sendBlank('cohorts.messages.toPreview') },
  },
}
