import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // A person with an account opens the file itself.
  GET: { ...all('303 /ar/practice/referral/s-begging'), anonymous: 200 },
  POST: {
    form: () => ({ choice: 'secure' }),
    ...all('303 /ar/practice/referral/s-begging'),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'first decision': page('/practice/first/simulations/night-report'),
    'first decision, what follows': page('/practice/first/simulations/night-report?choice=identify'),
    'first decision, to keep': {
      ...page('/practice/first/simulations/night-report?choice=identify'),
      role: 'newcomer',
    },
    'first element of a grid': page('/practice/first/grid/roof-room'),
    'first element, what follows': page('/practice/first/grid/roof-room?choice=made-out'),
    'first step of a plan': page('/practice/first/referral/s-begging'),
    'first step, what follows': page('/practice/first/referral/s-begging?choice=hear'),
  },
}
