import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { runsSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // No unlisted person has this id.
  POST: {
    asks: runsSeminar,
    form: () => ({ id: randomUUID(), answer: 'refuse' }),
    answer: '303 /ar/seminars/{seminar}/attendance',
  },
}
