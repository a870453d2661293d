import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('institution:list', {})], answer: 200 },
  states: {
    'institutions, all': { ...page('/institutions'), role: 'platform' },
    'institutions, hers': { ...page('/institutions'), role: 'administrator' },
    'institutions, none': { ...page('/institutions'), role: 'newcomer' },
  },
}
