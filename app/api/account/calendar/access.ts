import type { ReaderAccess } from '@/tests/support/access/access'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...anyone, anonymous: 401 },
}
