import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // The seminar has not taken place yet.
  GET: all(404),
  public: true,
  states: {
    'proceedings of a seminar': {
      path: ({ locale, cast }) => `/${locale}/seminars/${cast.heldSeminar}/proceedings`,
    },
    'proceedings of a seminar, of its organiser': {
      path: ({ locale, cast }) => `/${locale}/seminars/${cast.heldSeminar}/proceedings?done=publish`,
      role: 'administrator',
    },
  },
}
