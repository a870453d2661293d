import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: at('people:read'),
    form: () => ({ offer: randomUUID() }),
    answer: 404,
  },
}
