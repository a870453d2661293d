import type { ReaderAccess } from '@/tests/support/access/access'
import { lesson } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  states: {
    'kept lesson': { path: (place) => lesson(0).path(place).replace('/lessons/', '/kept/') },
  },
}
