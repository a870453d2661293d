import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ reminders: 'hourly', reviews: 'off', announcements: 'on', pausedUntil: '' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  states: {
    'my letters, none': { ...page('/account/letters'), role: 'newcomer' },
    'my letters': { ...page('/account/letters?done=saved'), role: 'member' },
  },
}
