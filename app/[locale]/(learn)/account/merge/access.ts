import type { ReaderAccess } from '@/tests/support/access/access'
import { proveOther } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...signedIn, unconfirmed: 403 },
  POST: {
    form: () => ({ act: 'prove', email: '', password: '' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 403,
    learner: 400,
    other: 400,
  },
  states: {
    'unite two accounts': { ...page('/account/merge'), role: 'newcomer' },
    'unite two accounts, letter sent': { ...page('/account/merge?done=sent'), role: 'newcomer' },
    'unite two accounts, done': { ...page('/account/merge?done=merged'), role: 'newcomer' },
    'unite two accounts, what will happen': {
      ...page('/account/merge'),
      role: 'newcomer',
      act: (on, place) => proveOther(on, place, 'exhausted'),
    },
    'unite two accounts, refused': {
      ...page('/account/merge'),
      role: 'newcomer',
      act: (on, place) => proveOther(on, place, 'sitter'),
    },
  },
}
