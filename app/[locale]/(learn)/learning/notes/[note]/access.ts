import type { ReaderAccess } from '@/tests/support/access/access'
import { all, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A note belongs to one person: for everybody else there is none, whatever her roles.
  GET: { of: 'holder', ...hers, unconfirmed: 404, other: 404 },
  POST: {
    form: () => ({ unmark: 'yes' }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'my note': { path: ({ locale, cast }) => `/${locale}/learning/notes/${cast.note}`, role: 'holder' },
  },
}
