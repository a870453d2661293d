import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Nobody here has a passkey.
  POST: { json: () => ({ kind: 'prove' }), ...all(409), anonymous: 401 },
}
