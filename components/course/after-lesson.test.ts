import { expect, it } from 'vitest'
import { courseProgress } from '@/domain/progress/course-progress'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { afterLesson, openExam } from './after-lesson'

const t = translator('fr')
const COURSE = '/fr/courses/fundamentals'
const DAY = new Date('2026-11-24T10:00:00Z')
const toLesson = (id: string) =>
  [`${COURSE}/lessons/${id}?at=resume`, t('lesson.next', { lesson: `Leçon ${id}` })] as const
const OUTLINE = ['first', 'second'].map((id) => ({ id, minutes: 15 }))
const secondDone = courseProgress(OUTLINE, [{ lessonId: 'second', completedAt: DAY, readAt: DAY }])
const passed = { status: 'passed', attemptsLeft: 2 } as const
const notYet = { status: 'not-yet', opensAt: DAY, attemptsLeft: 3 } as const
const underWay = { status: 'under-way', number: 1, attemptsLeft: 2 } as const

it.each([
  ['the next lesson', 0, {}, ...toLesson('second')],
  ['the exam from every lesson, once all are completed in any order', 0, { done: 2 }, `${COURSE}/exam`, 'toExam'],
  ['the exam from the last lesson', 1, { done: 2 }, `${COURSE}/exam`, 'toExam'],
  ['the lesson that is left, even if it comes before', 1, { progress: secondDone }, ...toLesson('first')],
  ['the course from the only lesson left', 0, { progress: secondDone }, COURSE, 'toCourse'],
  ['the next lesson of a course passed, read again', 0, { done: 2, availability: passed }, ...toLesson('second')],
  ['the course, which says when the exam opens', 0, { done: 2, availability: notYet }, COURSE, 'toCourse'],
  ['the course from the last lesson, read without an account', 1, { learner: null }, COURSE, 'toCourse'],
  ['the course where there is no exam', 1, { done: 2, exam: null }, COURSE, 'toCourse'],
])('the way on from a lesson leads to %s', (_, place, given, href, label) => {
  const words = label === 'toExam' || label === 'toCourse' ? t(`lesson.${label}`) : label
  expect(afterLesson({ course: courseReading(given), place, locale: 'fr', t })).toEqual({ href, label: words })
})

it('knows the exam only while this learner can sit it', () => {
  const exam = (given: Parameters<typeof courseReading>[0]) =>
    openExam({ course: courseReading(given), locale: 'fr', t })?.label ?? null

  expect(exam({ done: 1 })).toBeNull()
  expect(exam({ done: 2 })).toBe(t('lesson.toExam'))
  expect(exam({ done: 2, availability: underWay })).toBe(t('course.resumeExam'))
  expect(exam({ done: 2, availability: passed })).toBeNull()
  expect(exam({ done: 2, learner: null })).toBeNull()
})
