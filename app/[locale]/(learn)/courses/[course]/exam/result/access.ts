import type { ReaderAccess } from '@/tests/support/access/access'
import { exam } from '@/tests/support/access/addresses'
import { EXAM_PAGE, hers } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: { of: 'failed', ...hers, other: `303 ${EXAM_PAGE}` },
  states: {
    'result, failed': { ...exam('result'), role: 'failed' },
    'result, last attempt': { ...exam('result'), role: 'exhausted' },
    'result, passed': { ...exam('result'), role: 'holder' },
  },
}
