import type { ReaderAccess } from '@/tests/support/access/access'
import { hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { of: 'holder', ...hers, anonymous: 401 },
}
