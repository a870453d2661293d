import type { StaffAccess } from '@/tests/support/access/access'
import { review } from '@/tests/support/access/addresses'
import { signsIt, writesText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: writesText, query: () => '?area=legal', answer: 200, hidden: true },
  POST: { asks: signsIt, query: () => '?area=legal', answer: 400, hidden: true },
  entry: { file: 'components/editorial/text-view.tsx', says: '/sign?area=' },
  states: {
    'text to sign': { ...review('/sign?area=legal'), role: 'reviewer' },
  },
}
