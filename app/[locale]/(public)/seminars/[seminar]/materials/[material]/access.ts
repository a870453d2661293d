import type { ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // There is no material with this id.
  GET: all(404),
  states: 'file',
}
