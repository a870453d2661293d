import type { ReaderAccess } from '@/tests/support/access/access'
import { seminar } from '@/tests/support/access/addresses'
import { all, anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  POST: { form: () => ({ act: '' }), ...all(400) },
  states: {
    'registration for a seminar': seminar('/registration'),
    'registration for a seminar, of a learner': { ...seminar('/registration'), role: 'entrant' },
    'registration for a seminar, asked by a guest': { ...seminar('/registration?sent=yes') },
  },
}
