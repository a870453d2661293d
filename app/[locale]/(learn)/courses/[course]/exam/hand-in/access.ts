import type { ReaderAccess } from '@/tests/support/access/access'
import { EXAM_PAGE, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: {
    form: ({ attempt }) => ({ attempt: attempt.id }),
    ...hers,
    learner: `303 ${EXAM_PAGE}/result`,
  },
}
