import type { StaffAccess } from '@/tests/support/access/access'
import { running } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: ({ seminar }) => [ask('seminar:issue', seminar)],
    answer: 200,
  },
  POST: {
    asks: ({ seminar }) => [ask('seminar:issue', seminar)],
    form: () => ({ count: '0' }),
    answer: 400,
  },
  entry: 'none',
  states: {
    'list of attendance, to be closed': running('/attendance/close'),
  },
}
