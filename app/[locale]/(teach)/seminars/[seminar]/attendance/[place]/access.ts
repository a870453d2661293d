import type { StaffAccess } from '@/tests/support/access/access'
import { runsSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // Nobody has this place: a permitted caller gets “not found”.
  GET: { asks: runsSeminar, answer: 404 },
  POST: {
    asks: runsSeminar,
    form: () => ({ reason: 'elle est partie à dix heures', turn: 'strike' }),
    answer: 404,
  },
  states: {
    'person on the list of attendance': {
      path: ({ locale, cast }) => `/${locale}/seminars/${cast.running.seminar}/attendance/${cast.running.place}`,
      role: 'administrator',
    },
  },
}
