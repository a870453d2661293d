import type { ReaderAccess } from '@/tests/support/access/access'
import { COURSE_PAGE, hers, lessonPage } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: ({ lesson }) => ({
    ...hers,
    learner: `303 ${COURSE_PAGE}`,
    other: `303 ${lessonPage(lesson)}`,
  }),
}
