import type { ReaderAccess } from '@/tests/support/access/access'
import { test } from '@/tests/support/access/addresses'
import { hers, testPage } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { of: 'testee', ...hers },
  POST: ({ cohort }) => ({
    atTest: true,
    form: () => ({ act: 'start' }),
    ...hers,
    learner: `303 ${testPage(cohort)}/1`,
  }),
  states: {
    'test before, offered': { ...test('/before'), role: 'entrant' },
    'test before, under way': { ...test('/before'), role: 'testee' },
    'test before, handed in': { ...test('/before'), role: 'tested' },
    'test after, closed': { ...test('/after'), role: 'tested' },
  },
}
