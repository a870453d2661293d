import type { ReaderAccess } from '@/tests/support/access/access'
import { testedSeminar } from '@/tests/support/access/addresses'
import { hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...hers, learner: 403 },
  POST: {
    form: () => ({ go: '2' }),
    ...hers,
    anonymous: 401,
    learner: 403,
  },
  states: {
    'test before a seminar, a question': testedSeminar('/tests/before/1', 'testee'),
  },
}
