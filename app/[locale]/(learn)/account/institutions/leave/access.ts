import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'

export const access: ReaderAccess = {
  // If the address names no institution, there is nothing to leave.
  GET: {
    anonymous: '303 /ar/sign-in',
    unconfirmed: 404,
    learner: 404,
    other: 404,
  },
  POST: {
    anonymous: '303 /ar/sign-in',
    unconfirmed: '303 /ar/account/institutions',
    learner: '303 /ar/account/institutions',
    other: '303 /ar/account/institutions',
  },
  states: {
    'leave an institution': {
      path: ({ cast, locale }) => `/${locale}/account/institutions/leave?institution=${cast.school}`,
      role: 'holder',
    },
    'leave the platform': { ...page('/account/institutions/leave?institution=platform'), role: 'powers' },
  },
}
