import type { ReaderAccess } from '@/tests/support/access/access'
import { hers } from '@/tests/support/access/answers'
import { COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  PUT: {
    json: ({ attempt }) => ({ courseId: COURSE, attemptId: attempt.id, saved: { position: 1, flagged: true } }),
    ...hers,
    anonymous: 401,
  },
}
