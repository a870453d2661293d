import type { StaffAccess } from '@/tests/support/access/access'
import { review } from '@/tests/support/access/addresses'
import { mayReadText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: mayReadText, answer: 404, hidden: true },
  POST: { asks: mayReadText, answer: 404, hidden: true },
  entry: {
    file: 'components/editorial/history-view.tsx',
    says: '/proposals/',
  },
  states: {
    'proposed wording': { ...review(({ reviewed }) => `/proposals/${reviewed.proposal}`), role: 'reviewer' },
  },
}
