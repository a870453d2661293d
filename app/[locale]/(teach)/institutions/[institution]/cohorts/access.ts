import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:read'), answer: 200 },
  states: {
    'cohorts of an institution': { ...school('/cohorts'), role: 'tutor' },
  },
}
