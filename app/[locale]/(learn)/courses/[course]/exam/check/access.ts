import type { ReaderAccess } from '@/tests/support/access/access'
import { exam } from '@/tests/support/access/addresses'
import { EXAM_PAGE, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...hers, other: `303 ${EXAM_PAGE}` },
  // The buttons of a question lead to it.
  entry: { file: 'components/exam/question-map.tsx', says: 'value="check"' },
  states: {
    'exam check': { ...exam('check'), role: 'sitter' },
  },
}
