import type { ReaderAccess } from '@/tests/support/access/access'
import { answerPractice } from '@/tests/support/access/acts'
import { coursePage, lesson, lessonOf, page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'
import { CLOSED_COURSE, PUBLIC_COURSE } from '@/tests/support/e2e/course-ids'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    'closed lesson, with questions to discuss': { ...lessonOf(CLOSED_COURSE), role: 'member' },
    'closed lesson, refused': { ...lessonOf(CLOSED_COURSE), role: 'newcomer', status: 403 },
    'closed lesson, left': { ...lessonOf(CLOSED_COURSE), role: 'former', status: 403 },
    'public lesson with answers': {
      ...lessonOf(PUBLIC_COURSE),
      act: (on, { courses, locale }) => answerPractice(on, courses[PUBLIC_COURSE], locale),
    },
    lesson: lesson(0),
    'lesson with answers': { ...lesson(0), act: (on, { course, locale }) => answerPractice(on, course, locale) },
    'lesson said to be done and not': {
      role: 'reader',
      path: (place) => `${lesson(3).path(place)}?done=refused`,
    },
    'lesson completed': { ...lesson(0), role: 'reader' },
    'lesson completed for good': { ...lesson(0), role: 'sitter' },
    'lesson with notes and open tools': {
      ...lesson(0),
      role: 'holder',
      act: async (on) => {
        await on.locator('.kept summary').click()
        await on.locator('.tools summary').last().click()
      },
    },
    'lesson with a procedure': lessonOf('referral'),
    'lesson with numbers to compute': page('/courses/trial/lessons/penalty'),
    'lesson with a document to mark': page('/courses/trial/lessons/credibility'),
    'lesson with a passage to complete': page('/courses/trial/lessons/reasons'),
    'lesson with an order with ties': page('/courses/trial/lessons/opening'),
    'lesson with sensitive passages': { ...lesson(2), role: 'reader' },
    'no such lesson': { path: (place) => `${coursePage.path(place)}/lessons/none`, status: 404 },
  },
}
