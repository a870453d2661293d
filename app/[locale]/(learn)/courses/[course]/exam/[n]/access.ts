import type { ReaderAccess } from '@/tests/support/access/access'
import { exam } from '@/tests/support/access/addresses'
import { EXAM_PAGE, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { ...hers, other: `303 ${EXAM_PAGE}` },
  states: {
    'exam question': { ...exam(1), role: 'sitter' },
    'last exam question': { ...exam(20), role: 'sitter' },
  },
}
