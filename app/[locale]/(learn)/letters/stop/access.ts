import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // Without the signed token of a letter the page stops no letters.
  GET: all(410),
  POST: { form: () => ({}), ...all(410) },
  entry: { file: 'server/mail/stop-link.ts', says: '/letters/stop`' },
  states: {
    'stop letters': { path: ({ cast, locale }) => `/${locale}/letters/stop?token=${cast.links.stop}` },
    'stop letters, wrong link': { ...page('/letters/stop?token=none'), status: 410 },
  },
}
