import type { ReaderAccess } from '@/tests/support/access/access'
import { EXAM_PAGE, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: { ...hers, learner: `303 ${EXAM_PAGE}/1`, other: 409 },
}
