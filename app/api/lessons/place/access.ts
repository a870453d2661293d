import type { ReaderAccess } from '@/tests/support/access/access'
import { COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  POST: {
    json: ({ lesson }) => ({ courseId: COURSE, lessonId: lesson, block: 3 }),
    anonymous: 401,
    unconfirmed: 403,
    learner: 204,
    other: 204,
  },
}
