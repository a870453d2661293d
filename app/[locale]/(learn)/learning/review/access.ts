import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all, signedIn } from '@/tests/support/access/answers'
import { t } from '@/tests/support/e2e/texts'

export const access: ReaderAccess = {
  GET: signedIn,
  // Nobody has a question with this id, so there is nothing to answer.
  POST: {
    form: () => ({ card: '0198c0de-0000-7000-8000-000000000001', turn: '1', a: 'a' }),
    ...all('303 /ar/learning/review'),
    anonymous: 401,
  },
  states: {
    'review, not begun': { ...page('/learning/review'), role: 'newcomer' },
    'review, to begin': { ...page('/learning/review'), role: 'revoked' },
    'review, a question': { ...page('/learning/review'), role: 'holder' },
    'review, nothing given': {
      ...page('/learning/review'),
      role: 'holder',
      status: 200,
      act: async (on, { locale }) => {
        await on.getByRole('button', { name: t(locale, 'review.answer') }).click()
        await on.locator('#question-error').waitFor()
      },
    },
  },
}
