import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: all(410),
  // A form without a valid link leads back to the page that says so; nobody who is signed in opens an account.
  POST: { ...all(403), anonymous: '303 /ar/offer' },
  entry: { file: 'server/institution/tell-offered.ts', says: '/offer`' },
  states: {
    'invitation to a role, no longer': { ...page('/offer?token=x'), status: 410 },
  },
}
