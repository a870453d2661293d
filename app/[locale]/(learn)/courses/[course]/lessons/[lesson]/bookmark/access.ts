import type { ReaderAccess } from '@/tests/support/access/access'
import { all, lessonPage } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: ({ lesson }) => ({
    form: () => ({ block: '1' }),
    ...all(`303 ${lessonPage(lesson)}`),
    anonymous: '303 /ar/sign-in',
  }),
}
