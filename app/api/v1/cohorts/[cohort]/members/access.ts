import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: all(401),
}
