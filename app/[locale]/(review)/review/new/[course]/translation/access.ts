import type { StaffAccess } from '@/tests/support/access/access'
import { proposesNew } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  // No text lacks a language, and nothing new was proposed.
  GET: { asks: proposesNew, answer: 404, hidden: true },
  POST: { asks: proposesNew, answer: 404, hidden: true },
  entry: {
    file: 'components/editorial/new/new-texts-page.tsx',
    says: '/translation`',
  },
  states: 'rare',
}
