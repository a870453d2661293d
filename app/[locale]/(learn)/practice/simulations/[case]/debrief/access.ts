import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: {
    ...all('303 /ar/practice/simulations/night-report'),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'simulation, debrief': { ...page('/practice/simulations/night-report/debrief'), role: 'revoked' },
  },
}
