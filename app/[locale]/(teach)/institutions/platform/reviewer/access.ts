import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { offersReview } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: offersReview, answer: 200 },
  POST: { asks: offersReview, answer: 400 },
  states: {
    'offer of a review': { ...page('/institutions/platform/reviewer'), role: 'platform' },
    'offer of a review, refused': {
      ...page('/institutions/platform/reviewer'),
      role: 'platform',
      act: sendBlank('editorial.offer.button'),
    },
  },
}
