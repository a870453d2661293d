import type { ReaderAccess } from '@/tests/support/access/access'
import { hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // There is no wait before an attempt that is under way, nor before the first.
  POST: { ...hers, learner: 409, other: 409 },
}
