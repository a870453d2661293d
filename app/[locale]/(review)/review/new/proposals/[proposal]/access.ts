import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('editorial:read', { text: null })], answer: 404 },
  POST: {
    asks: () => [ask('editorial:read', { text: null })],
    answer: 404,
  },
  states: {
    'something new, a proposed lesson': {
      path: ({ locale, cast }) => `/${locale}/review/new/proposals/${cast.reviewed.lesson}`,
      role: 'reviewer',
    },
  },
}
