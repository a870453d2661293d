import type { ReaderAccess } from '@/tests/support/access/access'
import { searchIn } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  states: {
    'search in the course': searchIn(''),
    'search in the course, found': searchIn('?q=victime'),
    'search in the course, nothing found': searchIn('?q=esclavagiisteme'),
  },
}
