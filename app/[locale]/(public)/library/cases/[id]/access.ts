import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    decision: page('/library/cases/cedh-sm-2020'),
    'decision, predicted': page('/library/cases/cedh-sm-2020?predict=a'),
    'decision, shown': page('/library/cases/ma-fes-2024-nouveau-nes?show=1'),
  },
}
