import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // The API accepts only tokens, not sessions.
  GET: all(401),
}
