import type { StaffAccess } from '@/tests/support/access/access'
import { proposesIt } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: proposesIt, answer: 200, hidden: true },
  POST: { asks: proposesIt, answer: 400, hidden: true },
  // Only reviewers reach these pages, and the crawl signs in as none.
  entry: { file: 'components/editorial/review-frame.tsx', says: '/source`' },
  states: 'linked',
}
