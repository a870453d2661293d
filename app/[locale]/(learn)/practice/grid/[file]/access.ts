import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedIn } from '@/tests/support/access/answers'
import { t } from '@/tests/support/e2e/texts'

export const access: ReaderAccess = {
  GET: signedIn,
  // A form without the fields of the grid is refused.
  POST: { ...all(400), anonymous: '303 /ar/sign-in' },
  states: {
    'grid, worked': { ...page('/practice/grid/lanes-of-the-medina'), role: 'reader' },
    'grid, with a fact in hand': {
      ...page('/practice/grid/lanes-of-the-medina'),
      role: 'reader',
      act: async (on) => {
        await on.locator('.dossier-papers .fact').first().click()
        await on.locator('[data-tray]').waitFor()
      },
    },
    'grid, handed in': {
      ...page('/practice/grid/lanes-of-the-medina'),
      role: 'failed',
      act: async (on, { locale }) => {
        await on.getByRole('radio').first().check()
        await on.getByRole('button', { name: t(locale, 'casework.grid.handIn') }).click()
        await on.getByRole('heading', { name: t(locale, 'casework.grid.reasons.title') }).waitFor()
      },
    },
  },
}
