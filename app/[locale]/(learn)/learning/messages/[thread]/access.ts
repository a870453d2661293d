import type { ReaderAccess } from '@/tests/support/access/access'
import { all, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A thread is open to the learner who wrote it; the tutors of her cohort read it on another page.
  GET: { of: 'holder', ...hers, unconfirmed: 404, other: 404 },
  POST: {
    form: () => ({ threadText: 'A question', draft: crypto.randomUUID() }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'my question': { path: ({ locale, cast }) => `/${locale}/learning/messages/${cast.thread}`, role: 'holder' },
  },
}
