import type { StaffAccess } from '@/tests/support/access/access'
import { seminar } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // An institution with a quota may open it too, but no caller in this table belongs to one.
  GET: { asks: ({ seminar }) => [ask('seminar:read', seminar)], answer: 200 },
  POST: {
    asks: ({ seminar }) => [ask('seminar:read', seminar)],
    form: () => ({ act: '' }),
    answer: 400,
  },
  states: {
    'places of a seminar': { ...seminar('/places'), role: 'administrator' },
  },
}
