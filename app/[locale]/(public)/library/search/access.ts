import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    search: page('/library/search'),
    'search, found': page('/library/search?q=victime'),
    'search, one kind': page('/library/search?q=victime&kind=law'),
    'search, nothing found': page('/library/search?q=esclavagiisteme'),
    'search, no such article': page('/library/search?q=448-99'),
    'search, too long': page(`/library/search?q=${'victime '.repeat(40)}`),
  },
}
