import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...signedIn, unconfirmed: 403 },
  // Without a code or a cohort there is nothing to join, and no request to take back.
  POST: { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 404, other: 404 },
  states: {
    'join a cohort': { ...page('/join'), role: 'newcomer' },
    'join a cohort, unconfirmed': { ...page('/join'), role: 'unconfirmed', status: 403 },
    'join a cohort, nothing opens': { ...page('/join?cohort=none'), role: 'newcomer', status: 404 },
    'join a cohort, before she presses': {
      path: ({ cast, locale }) => `/${locale}/join?cohort=${cast.examined}`,
      role: 'newcomer',
    },
    'join a cohort, asked already': {
      path: ({ cast, locale }) => `/${locale}/join?cohort=${cast.examined}`,
      role: 'asker',
    },
  },
}
