import { randomUUID } from 'node:crypto'
import type { StaffAccess } from '@/tests/support/access/access'
import { everywhere } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: everywhere('people:read'),
    form: () => ({ offer: randomUUID() }),
    answer: 404,
  },
}
