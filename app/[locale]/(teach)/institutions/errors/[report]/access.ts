import type { StaffAccess } from '@/tests/support/access/access'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // A report that does not exist: a permitted caller gets “not found”.
  GET: { asks: () => [ask('error:read', {})], answer: 404 },
  POST: {
    asks: () => [ask('error:read', {})],
    form: () => ({ seen: '', outcome: 'corrected', errorAnswer: 'la date est rectifiée' }),
    answer: 404,
  },
  states: {
    'reported error': {
      path: ({ locale, cast }) => `/${locale}/institutions/errors/${cast.report}`,
      role: 'platform',
    },
  },
}
