import type { ReaderAccess } from '@/tests/support/access/access'
import { answerStep } from '@/tests/support/access/acts'
import { page, stepOf } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  states: {
    step: stepOf(0, 1),
    'step with an answer': { ...stepOf(0, 1), act: (on, { course, locale }) => answerStep(on, course, locale) },
    'step, asked again': { path: (place) => `${stepOf(0, 0).path(place)}?again`, role: 'reader' },
    'step, the last one': { ...stepOf(0, -1), role: 'reader' },
    'step with its list open': {
      ...stepOf(0, 2),
      role: 'reader',
      act: (on) => on.locator('.stepbar summary').click(),
    },
    'step with papers': page('/courses/trial/lessons/penalty/file'),
    'no such step': { path: (place) => `${stepOf(0, 0).path(place)}-none`, status: 404 },
  },
}
