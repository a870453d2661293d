import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // No survey has this link.
  GET: all(404),
  POST: { form: () => ({ a: 'a' }), ...all(404) },
  entry: { file: 'server/survey/survey-link.ts', says: '/s/' },
  states: {
    'survey, by its link': { path: ({ cast, locale }) => `/${locale}${cast.surveys.link}` },
    'survey, wrong link': { ...page('/s/none'), status: 404 },
  },
}
