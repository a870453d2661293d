import type { StaffAccess } from '@/tests/support/access/access'
import { running, seminar } from '@/tests/support/access/addresses'
import { runsSeminar } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: runsSeminar, answer: 200 },
  states: {
    'room of a seminar': running('/room'),
    'room of a seminar to come': { ...seminar('/room'), role: 'administrator' },
  },
}
