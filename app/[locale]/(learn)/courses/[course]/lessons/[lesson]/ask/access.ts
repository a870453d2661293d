import type { ReaderAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { lesson } from '@/tests/support/access/addresses'
import { all, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A learner can ask only if she takes the course in a running cohort that has a tutor.
  GET: {
    of: 'holder',
    ...hers,
    unconfirmed: 404,
    other: 404,
  },
  POST: {
    form: () => ({ threadText: 'A question', draft: crypto.randomUUID(), block: '' }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'question to a tutor': { path: (place) => `${lesson(0).path(place)}/ask?block=1`, role: 'holder' },
    'question to a tutor, refused': {
      path: (place) => `${lesson(0).path(place)}/ask`,
      role: 'holder',
      act: sendBlank('threads.send'),
    },
  },
}
