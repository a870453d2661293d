import type { StaffAccess } from '@/tests/support/access/access'
import { ofCohort } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ofCohort('cohort:read'), answer: 404 },
  POST: {
    asks: ofCohort('cohort:read'),
    form: () => ({ reason: 'la session est réservée aux attachés' }),
    answer: 404,
  },
  states: {
    'refuse a request': {
      path: ({ cast, locale }) => `/${locale}/cohorts/${cast.examined}/people/${cast.request}/refuse`,
      role: 'tutor',
    },
  },
}
