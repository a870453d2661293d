import type { StaffAccess } from '@/tests/support/access/access'
import { runsSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  POST: {
    asks: runsSeminar,
    answer: '303 /ar/seminars/{seminar}/attendance',
  },
}
