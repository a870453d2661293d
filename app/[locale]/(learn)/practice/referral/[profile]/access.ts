import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: {
    form: () => ({ version: '0', act: 'add', new: 'secure' }),
    ...all('303 /ar/practice/referral/s-begging'),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'referral plan, empty': { ...page('/practice/referral/m-domestic'), role: 'reader' },
    'referral plan, compared': {
      ...page('/practice/referral/s-begging'),
      role: 'reader',
      act: async (plan) => {
        // If this page was opened before in the run, its plan already has these steps.
        for (const step of ['hear', 'secure', 'confront']) {
          const choice = plan.locator(`select[name="new"] option[value="${step}"]`)
          if ((await choice.count()) === 0) continue
          await plan.locator('select[name="new"]').selectOption(step)
          await plan.locator('button[value="add"]').click()
        }
        await plan.locator('button[value="compare"]').click()
        await plan.locator('.pathway-drawing').waitFor()
      },
    },
  },
}
