import type { StaffAccess } from '@/tests/support/access/access'
import { running } from '@/tests/support/access/addresses'
import { runsSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: runsSeminar, answer: 200 },
  states: {
    'sheet to sign': running('/sheet'),
  },
}
