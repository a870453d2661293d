import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { doneLabel } from './lesson-page'

const t = translator('fr')

function labelAt(place: number, given: Parameters<typeof courseReading>[0]) {
  const course = courseReading(given)
  const lesson = course.release.course.lessons[place]
  if (!lesson) throw new Error('no such lesson')
  return doneLabel({ course, lesson, place, locale: 'fr', t })
}

it.each([
  ['the next lesson', 0, {}, t('lesson.doneNext', { lesson: 'Leçon second' })],
  ['the exam after the last lesson, when the others are done', 1, { done: 1 }, t('lesson.doneExam')],
  ['the exam after the last lesson, read again', 1, { done: 2 }, t('lesson.doneExam')],
  ['the course while another lesson is left', 1, {}, t('lesson.doneCourse')],
  ['the course where there is no exam', 1, { done: 1, exam: null }, t('lesson.doneCourse')],
])('the button at the end of a lesson leads to %s', (_, place, given, label) => {
  expect(labelAt(place, given)).toBe(label)
})
