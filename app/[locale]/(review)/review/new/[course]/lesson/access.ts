import type { StaffAccess } from '@/tests/support/access/access'
import { proposesNew } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: proposesNew, answer: 200, hidden: true },
  POST: { asks: proposesNew, answer: 400, hidden: true },
  entry: { file: 'components/editorial/new/new-texts-page.tsx', says: '/lesson`' },
  states: 'linked',
}
