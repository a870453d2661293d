import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    checklist: page('/library/checklists/opening'),
    'no such checklist': { ...page('/library/checklists/none'), status: 404 },
  },
}
