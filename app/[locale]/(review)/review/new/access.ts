import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('editorial:read', { text: null })], answer: 200 },
  states: {
    'something new to propose': { ...page('/review/new'), role: 'platform' },
    'something new, proposed': { ...page('/review/new?done=proposed'), role: 'platform' },
  },
}
