import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { of: 'holder', ...signedIn },
  states: {
    'my certificates, empty': { ...page('/certificates'), role: 'newcomer' },
    'my certificates': { ...page('/certificates'), role: 'holder' },
    'my certificates, revoked': { ...page('/certificates'), role: 'revoked' },
  },
}
