import type { ReaderAccess } from '@/tests/support/access/access'
import { test } from '@/tests/support/access/addresses'
import { hers, testPage } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { of: 'testee', ...hers },
  POST: ({ cohort }) => ({
    atTest: true,
    form: () => ({ go: '2' }),
    ...hers,
    anonymous: 401,
    learner: `303 ${testPage(cohort)}/2`,
  }),
  states: {
    'test question': { ...test('/before/1'), role: 'testee' },
    'last test question, refused': { ...test('/before/12?refused=1'), role: 'testee' },
  },
}
