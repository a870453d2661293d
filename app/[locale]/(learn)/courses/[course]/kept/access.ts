import type { ReaderAccess } from '@/tests/support/access/access'
import { coursePage } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  states: {
    'kept course': { path: (place) => `${coursePage.path(place)}/kept` },
  },
}
