import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Without a valid link the page shows nothing.
  GET: all(410),
  POST: { anonymous: '303 /ar/sign-in', unconfirmed: 403, learner: 410, other: 410 },
  entry: { file: 'server/cohort/invite.ts', says: '/invitation`' },
  states: {
    'invitation that works no longer': { ...page('/invitation?token=none'), status: 410 },
    'invitation, without an account': {
      path: ({ cast, locale }) => `/${locale}/invitation?token=${cast.links.invitation}`,
    },
  },
}
