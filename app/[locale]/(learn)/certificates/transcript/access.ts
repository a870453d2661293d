import type { ReaderAccess } from '@/tests/support/access/access'
import { signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A person without a certificate has no transcript.
  GET: { of: 'holder', ...signedIn, anonymous: 401, unconfirmed: 404, other: 404 },
  states: 'file',
}
