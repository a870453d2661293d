import type { ReaderAccess } from '@/tests/support/access/access'
import { all, GRID } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A person who has not handed in the grid is redirected to it.
  GET: {
    ...all(`303 /ar/practice/grid/${GRID}`),
    anonymous: '303 /ar/sign-in',
  },
  states: 'linked',
}
