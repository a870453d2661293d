import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Nobody has begun this simulation.
  GET: signedIn,
  POST: {
    form: () => ({}),
    ...all('303 /ar/practice/simulations/first-interview/1'),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'simulation, not begun': { ...page('/practice/simulations/night-report'), role: 'newcomer' },
    'simulation, under way': { ...page('/practice/simulations/night-report'), role: 'holder' },
    'simulation, played': { ...page('/practice/simulations/night-report'), role: 'revoked' },
  },
}
