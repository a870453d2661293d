import type { ReaderAccess } from '@/tests/support/access/access'
import { openFolds } from '@/tests/support/access/acts'
import { coursePage, page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'
import { CLOSED_COURSE, PUBLIC_COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    course: coursePage,
    'course of a learner': { ...coursePage, role: 'reader' },
    'course of a learner, every fold open': { ...coursePage, role: 'reader', act: openFolds },
    'closed course': page(`/courses/${CLOSED_COURSE}`),
    'closed course, let in': { ...page(`/courses/${CLOSED_COURSE}`), role: 'member' },
    'closed course, left': { ...page(`/courses/${CLOSED_COURSE}`), role: 'former' },
    'public course': { ...page(`/courses/${PUBLIC_COURSE}`), act: openFolds },
    'closed course of the commission’s member': { ...page('/courses/commission'), role: 'commissioner' },
  },
}
