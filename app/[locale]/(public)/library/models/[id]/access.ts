import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    'model that nobody has signed': page('/library/models/operative-part'),
    'no such model': { ...page('/library/models/none'), status: 404 },
  },
}
