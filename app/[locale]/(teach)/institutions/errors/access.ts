import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('error:read', {})], answer: 200 },
  states: {
    'reported errors': { ...page('/institutions/errors'), role: 'platform' },
    'reported errors, none': { ...page('/institutions/errors?state=answered&course=none'), role: 'platform' },
  },
}
