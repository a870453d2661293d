import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('account:list', {})], answer: 200 },
  states: {
    'accounts of the platform': { ...page('/institutions/accounts?done=enabled'), role: 'platform' },
    'accounts of the platform, not found': { ...page('/institutions/accounts?q=nobody-at-all'), role: 'platform' },
  },
}
