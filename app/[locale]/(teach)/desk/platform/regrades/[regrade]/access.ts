import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A proposal that does not exist.
  GET: { asks: () => [ask('regrade:propose', {})], answer: 404 },
  POST: { asks: () => [ask('regrade:propose', {})], answer: 404 },
  states: {
    'exams to grade again': {
      path: ({ locale, cast }) => `/${locale}/desk/platform/regrades/${cast.reviewed.regrade}`,
      role: 'platform',
    },
  },
}
