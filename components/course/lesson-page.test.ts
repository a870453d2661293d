import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { nextStep } from './lesson-page'

const t = translator('fr')
const COURSE = '/fr/courses/fundamentals'

it.each([
  ['the next lesson', 0, {}, `${COURSE}/lessons/second`, t('lesson.next', { lesson: 'Leçon second' })],
  [
    'the next lesson, read again',
    0,
    { done: 2 },
    `${COURSE}/lessons/second`,
    t('lesson.next', { lesson: 'Leçon second' }),
  ],
  ['the exam, once all lessons are completed', 1, { done: 2 }, `${COURSE}/exam`, t('lesson.toExam')],
  ['the course, while the last lesson is not completed', 1, { done: 1 }, COURSE, t('lesson.toCourse')],
  ['the course where there is no exam', 1, { done: 2, exam: null }, COURSE, t('lesson.toCourse')],
])('the way on from a lesson leads to %s', (_, place, given, href, label) => {
  expect(nextStep({ course: courseReading(given), place, locale: 'fr', t })).toEqual({ href, label })
})
