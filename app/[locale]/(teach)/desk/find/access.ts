import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('desk:read', {})], query: () => '?q=tazi', answer: 200 },
  states: {
    'found on the desk': { ...page('/desk/find?q=a%20t'), role: 'administrator' },
    'found nothing on the desk': { ...page('/desk/find?q=zzzz'), role: 'tutor' },
  },
}
