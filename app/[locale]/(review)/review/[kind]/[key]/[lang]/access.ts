import type { StaffAccess } from '@/tests/support/access/access'
import { review } from '@/tests/support/access/addresses'
import { mayReadText } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: { asks: mayReadText, answer: 200, hidden: true },
  // Nothing is written in these forms.
  POST: { asks: mayReadText, answer: 400, hidden: true },
  states: {
    'a text under review': { ...review(''), role: 'platform' },
    'a text under review, three languages': { ...review('?view=columns'), role: 'platform' },
    'a text under review, changes': { ...review('?view=diff'), role: 'platform' },
    'a text under review, history': { ...review('?view=history'), role: 'platform' },
    'a text under review, comments': { ...review('?view=comments'), role: 'platform' },
    'a text under review, to its reviewer': { ...review(''), role: 'reviewer' },
    'a text under review, a block written about': { ...review('?at=summary'), role: 'reviewer' },
    'a bank before it is opened': {
      path: ({ locale, course }) => `/${locale}/review/bank/${course.file.id}/fr`,
      role: 'platform',
    },
  },
}
