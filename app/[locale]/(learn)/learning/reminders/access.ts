import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ act: 'save', what: '', weekday: 'once', day: '', hour: '9' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  states: {
    'my reminders, none': { ...page('/learning/reminders'), role: 'newcomer' },
    'my reminders': { ...page('/learning/reminders?done=made'), role: 'reader' },
  },
}
