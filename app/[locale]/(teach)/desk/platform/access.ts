import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('platform:run', {})], answer: 200 },
  states: {
    'jobs, mail and backups': { ...page('/desk/platform'), role: 'platform' },
  },
}
