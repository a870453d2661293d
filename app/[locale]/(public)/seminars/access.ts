import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    seminars: page('/seminars'),
    'seminars of a learner': { ...page('/seminars?view=mine'), role: 'holder' },
    'seminars of a month': page('/seminars?view=month'),
    'past seminars, none': page('/seminars?view=past&page=9'),
  },
}
