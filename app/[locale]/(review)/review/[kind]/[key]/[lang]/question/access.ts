import type { StaffAccess } from '@/tests/support/access/access'
import { proposesIt } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: proposesIt, answer: 200, hidden: true },
  POST: { asks: proposesIt, answer: 400, hidden: true },
  entry: {
    file: 'components/editorial/new/new-texts-page.tsx',
    says: '/question`',
  },
  states: 'linked',
}
