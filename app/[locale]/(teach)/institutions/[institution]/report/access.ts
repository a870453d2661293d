import type { StaffAccess } from '@/tests/support/access/access'
import { keepFigures } from '@/tests/support/access/acts'
import { school } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: at('institution:report'), answer: 200 },
  states: {
    'report of an institution': { ...school('/report'), role: 'administrator' },
    'report of an institution, kept': {
      ...school('/report'),
      role: 'platform',
      act: keepFigures,
    },
  },
}
