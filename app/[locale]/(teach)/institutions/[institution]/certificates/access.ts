import type { StaffAccess } from '@/tests/support/access/access'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('certificate:list'), answer: 200 },
  states: {
    'certificates of an institution': { ...school('/certificates'), role: 'administrator' },
    'certificates of an institution, none so': { ...school('/certificates?q=personne'), role: 'platform' },
  },
}
