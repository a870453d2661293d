import type { ReaderAccess } from '@/tests/support/access/access'
import { openFolds } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ act: 'profile', function: 'none', institution: '', locale: 'ar' }),
    anonymous: '303 /ar/sign-in',
    unconfirmed: 400,
    learner: 400,
    other: 400,
  },
  states: {
    'my account': { ...page('/account'), role: 'newcomer' },
    'my account, certified': { ...page('/account'), role: 'holder', act: openFolds },
    'my account, with a second factor': { ...page('/account'), role: 'guarded', act: openFolds },
    'my account, of staff': { ...page('/account'), role: 'administrator', act: openFolds },
    'my account, an account of an institution not linked': {
      ...page('/account?school=elsewhere#school-accounts'),
      role: 'newcomer',
    },
  },
}
