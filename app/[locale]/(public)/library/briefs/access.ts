import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    briefs: page('/library/briefs'),
  },
}
