import type { StaffAccess } from '@/tests/support/access/access'
import { review } from '@/tests/support/access/addresses'
import { mayReadText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: mayReadText, answer: 404, hidden: true },
  POST: { asks: mayReadText, answer: 404, hidden: true },
  entry: {
    file: 'components/editorial/history-view.tsx',
    says: '/withdraw?signature=',
  },
  states: {
    'signature to withdraw': {
      ...review(({ reviewed }) => `/withdraw?signature=${reviewed.signature}`, 1),
      role: 'reviewer',
    },
  },
}
