import type { StaffAccess } from '@/tests/support/access/access'
import { testedSeminar } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ({ seminar }) => [ask('seminar:read', seminar)], answer: 200 },
  states: {
    'figures of the tests of a seminar': testedSeminar('/tests', 'administrator'),
  },
}
