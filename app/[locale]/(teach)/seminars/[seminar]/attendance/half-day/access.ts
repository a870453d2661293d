import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { runsSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: runsSeminar,
    form: () => ({ halfDay: randomUUID(), act: 'close' }),
    answer: 404,
  },
}
