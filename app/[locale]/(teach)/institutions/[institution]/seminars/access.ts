import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('seminar:create'), answer: 200 },
  // It was not asked to organise this seminar.
  POST: {
    asks: at('seminar:co-organise'),
    form: () => ({ seminar: randomUUID(), answer: 'accept' }),
    answer: 404,
  },
  states: {
    'seminars of an institution': { ...school('/seminars'), role: 'administrator' },
  },
}
