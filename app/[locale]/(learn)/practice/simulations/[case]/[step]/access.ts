import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'
import { t } from '@/tests/support/e2e/texts'

export const access: ReaderAccess = {
  GET: {
    ...all('303 /ar/practice/simulations/night-report'),
    anonymous: '303 /ar/sign-in',
  },
  POST: {
    form: () => ({ run: 'none', choice: 'identify', confirm: 'yes' }),
    ...all('303 /ar/practice/simulations/first-interview/1'),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'simulation, a step': { ...page('/practice/simulations/night-report/4'), role: 'holder' },
    'simulation, nothing chosen': {
      ...page('/practice/simulations/night-report/4'),
      role: 'holder',
      act: async (on, { locale }) => {
        await on.getByRole('button', { name: t(locale, 'casework.simulation.step.confirm') }).click()
        await on.locator('[data-outcome]').waitFor()
      },
    },
    'simulation, a closed step': { ...page('/practice/simulations/night-report/2?stands=1'), role: 'holder' },
  },
}
