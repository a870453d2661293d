import type { ReaderAccess } from '@/tests/support/access/access'
import { testedSeminar } from '@/tests/support/access/addresses'
import { hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A seminar of a cohort has no tests of its own.
  GET: { ...hers, learner: 403 },
  POST: { form: () => ({ act: 'start' }), ...hers, learner: 403 },
  states: {
    'test before a seminar, offered': testedSeminar('/tests/before', 'tested'),
    'test before a seminar, under way': testedSeminar('/tests/before', 'testee'),
    'test after a seminar, closed': testedSeminar('/tests/after', 'tested'),
  },
}
