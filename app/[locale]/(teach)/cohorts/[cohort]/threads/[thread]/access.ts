import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:answer'), hidden: true, answer: 404 },
  POST: {
    asks: ofCohort('cohort:answer'),
    hidden: true,
    form: () => ({ draft: randomUUID(), threadText: 'Voyez l’article.' }),
    answer: 404,
  },
  states: {
    'question of a learner': {
      path: ({ locale, cast }) => `/${locale}/cohorts/${cast.cohort}/threads/${cast.thread}`,
      role: 'tutor',
    },
  },
}
