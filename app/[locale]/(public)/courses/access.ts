import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    catalogue: page('/courses'),
    'catalogue of a learner': { ...page('/courses'), role: 'holder' },
  },
}
