import type { ReaderAccess } from '@/tests/support/access/access'
import { exam, page } from '@/tests/support/access/addresses'
import { hers } from '@/tests/support/access/answers'
import { CLOSED_COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  GET: { ...hers, other: 200 },
  states: {
    'exam of the closed course, left': { ...page(`/courses/${CLOSED_COURSE}/exam`), role: 'former' },
    'exam, locked': { ...exam(), role: 'reader' },
    'exam, under way': { ...exam(), role: 'sitter' },
    'exam, cooling down': { ...exam(), role: 'failed' },
    'not hers': { ...exam(), role: 'newcomer', status: 403 },
  },
}
