import type { ReaderAccess } from '@/tests/support/access/access'
import { hers, lessonPage } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: ({ lesson }) => ({
    ...hers,
    learner: `303 ${lessonPage(lesson)}`,
    other: `303 ${lessonPage(lesson)}`,
  }),
}
