import type { StaffAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { ask } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: () => [ask('editorial:read', { text: null })], answer: 200 },
  states: {
    'texts to review': { ...page('/review'), role: 'platform' },
    'texts to review, narrowed': { ...page('/review?part=library%3Aterm&order=short'), role: 'platform' },
    'texts to review, none': { ...page('/review?whose=mine'), role: 'platform' },
  },
}
