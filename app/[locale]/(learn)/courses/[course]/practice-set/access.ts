import type { ReaderAccess } from '@/tests/support/access/access'
import { practiceSet } from '@/tests/support/access/addresses'
import { hers } from '@/tests/support/access/answers'
import { t } from '@/tests/support/e2e/texts'

export const access: ReaderAccess = {
  GET: { of: 'failed', ...hers, other: 200 },
  // A form that names no question of the set is refused.
  POST: { of: 'failed', ...hers, learner: 404, other: 404 },
  states: {
    'practice set': { ...practiceSet(), role: 'failed' },
    'practice set, a question': { ...practiceSet('?question='), role: 'failed' },
    'practice set, not answered': { ...practiceSet('?refused=1&question='), role: 'failed' },
    'practice set, judged': {
      ...practiceSet('?question='),
      role: 'failed',
      act: async (on, { locale }) => {
        const question = on.locator('[data-practice]')
        await question.getByRole('radio').first().check()
        await question.getByRole('button', { name: t(locale, 'practice.check') }).click()
        await on.locator('[data-feedback]').waitFor()
      },
    },
    'practice set, while the exam is open': { ...practiceSet(), role: 'sitter' },
    'practice set, with nothing in it': { ...practiceSet(), role: 'holder' },
  },
}
