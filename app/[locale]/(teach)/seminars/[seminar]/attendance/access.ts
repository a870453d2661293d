import type { StaffAccess } from '@/tests/support/access/access'
import { tickFirstPresence } from '@/tests/support/access/acts'
import { running } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: ({ seminar }) => [ask('seminar:read', seminar)], answer: 200 },
  states: {
    'list of attendance, with a tick': { ...running('/attendance'), act: tickFirstPresence },
    'list of attendance, saved': running('/attendance?done=saved'),
  },
}
