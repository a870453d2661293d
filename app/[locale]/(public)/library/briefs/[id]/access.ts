import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    brief: page('/library/briefs/trafficking'),
    'no such brief': { ...page('/library/briefs/none'), status: 404 },
  },
}
