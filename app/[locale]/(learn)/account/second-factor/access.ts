import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ act: 'start' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  states: {
    'second factor, off': { ...page('/account/second-factor?next=/ar/courses'), role: 'newcomer' },
    'second factor, offered': { ...page('/account/second-factor'), role: 'starter' },
    'second factor, on': { ...page('/account/second-factor'), role: 'guarded' },
    'second factor, a passkey': { ...page('/account/second-factor'), role: 'keyed' },
    'second factor, a new passkey': { ...page('/account/second-factor'), role: 'registrant' },
  },
}
