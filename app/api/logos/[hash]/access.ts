import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Nobody has a logo of this hash.
  GET: all(404),
}
