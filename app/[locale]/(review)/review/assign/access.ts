import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // It names no text.
  GET: { asks: () => [ask('editorial:read', { text: null })], answer: 404 },
  POST: { asks: () => [ask('editorial:read', { text: null })], answer: 400 },
  states: {
    'text to assign': {
      ...page('/review/assign?text=lesson+fundamentals%2Foffence&language=ar&area=legal'),
      role: 'platform',
    },
  },
}
