import type { ReaderAccess } from '@/tests/support/access/access'
import { EXAM_PAGE, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: {
    form: ({ attempt }) => ({ attempt: attempt.id, go: '2' }),
    ...hers,
    anonymous: 401,
    learner: `303 ${EXAM_PAGE}/2`,
  },
}
