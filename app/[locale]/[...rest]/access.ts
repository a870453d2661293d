import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: all(404),
  entry: 'none',
  states: {
    'nothing here': { ...page('/nothing-here'), status: 404 },
    'unreadable address': { ...page('/%E0%A4%A'), status: 400 },
  },
}
