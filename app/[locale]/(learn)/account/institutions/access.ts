import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  // An offer that does not exist cannot be answered.
  POST: {
    form: () => ({ act: 'accept', offer: '0198c0de-0000-7000-8000-000000000001' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 403,
    learner: 403,
    other: 403,
  },
  states: {
    'my institutions, none': { ...page('/account/institutions'), role: 'newcomer' },
    'my institutions, unconfirmed': { ...page('/account/institutions'), role: 'unconfirmed' },
    'my institutions, with an offer': { ...page('/account/institutions'), role: 'asker' },
    'my institutions, with roles': { ...page('/account/institutions?done=accepted'), role: 'powers' },
  },
}
