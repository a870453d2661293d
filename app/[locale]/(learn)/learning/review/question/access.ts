import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: all(404),
  POST: { form: () => ({ a: 'a' }), ...all(404) },
  entry: {
    file: 'server/review/review-link.ts',
    says: '/learning/review/question?token=',
  },
  states: {
    'review, a question of a letter': {
      path: ({ cast, locale }) => `/${locale}/learning/review/question?token=${cast.links.review}`,
    },
    'review, wrong link': { ...page('/learning/review/question?token=none'), status: 404 },
  },
}
