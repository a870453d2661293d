import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ child: 'yes', 'general.fear': 'absent' }),
    ...all(200),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'worksheet on a file': { ...page('/practice/worksheet/lanes-of-the-medina'), role: 'reader' },
    'worksheet on a file, compared': {
      ...page('/practice/worksheet/lanes-of-the-medina'),
      role: 'reader',
      act: async (sheet) => {
        await sheet.locator('[name="general.isolated"][value="present"]').check({ force: true })
        await sheet.locator('[name="fact:general.isolated"]').fill('7')
        await sheet.locator('.worksheet button[type="submit"]').click()
        await sheet.locator('.compared-sign').first().waitFor()
      },
    },
  },
}
