import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  states: {
    'brief, kept': page('/library/briefs/trafficking/kept'),
    'no such brief, kept': { ...page('/library/briefs/none/kept'), status: 404 },
  },
}
