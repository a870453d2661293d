import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { courseAction } from './course-action'

const t = translator('fr')
const DAY = new Date('2026-11-24T10:00:00Z')
const COURSE = '/fr/courses/fundamentals'
const action = (given: Parameters<typeof courseReading>[0], mayTakePart = true) =>
  courseAction(courseReading(given), 'fr', t, mayTakePart)
/** Where the button leads, or what it posts to. */
const leadsTo = (...given: Parameters<typeof action>) => {
  const found = action(...given)
  return found.kind === 'link' ? found.href : found.kind === 'form' ? `POST ${found.action}` : found.kind
}
const read = { lessons: [{ lessonId: 'first', block: 0 }] }

it.each([
  ['enrols a reader of an open course', { learner: null }, `POST ${COURSE}/start`],
  [
    'opens a public course without an account',
    { learner: null, access: 'public' as const },
    `${COURSE}/lessons/first?at=resume`,
  ],
  ['goes on with the first lesson that is not done', { done: 1 }, `${COURSE}/lessons/second?at=resume`],
  ['leads to the exam once the lessons are done', { done: 2 }, `${COURSE}/exam`],
  [
    'leads back to an attempt under way before anything else',
    { availability: { status: 'under-way' as const, number: 1, attemptsLeft: 2 }, learner: { certificate: 'N' } },
    `${COURSE}/exam`,
  ],
  [
    'shows the result while the exam cannot be taken again',
    { done: 2, availability: { status: 'cooling-down' as const, opensAt: DAY, attemptsLeft: 1 } },
    `${COURSE}/exam/result`,
  ],
  ['shows the certificate to its holder', { done: 2, learner: { certificate: 'N' } }, '/fr/certificates'],
  ['reads a course without an exam again', { done: 2, exam: null }, `${COURSE}/lessons/first?at=resume`],
])('%s', (_, given, expected) => {
  expect(leadsTo(given)).toBe(expected)
})

it('explains how to ask for a course that is closed to this reader, whether she was enrolled before or not', () => {
  expect(leadsTo({ learner: null, access: 'closed' }, false)).toBe('closed')
  expect(leadsTo({ done: 1, access: 'closed' }, false)).toBe('closed')
  expect(action({ access: 'closed' }, false).label).toBe(t('course.howToAsk'))
})

it('leads a learner who may no longer take part to her certificate', () => {
  expect(leadsTo({ learner: { certificate: 'N' } }, false)).toBe('/fr/certificates')
})

it('names the lesson, and says "continue" only to a learner who has begun', () => {
  expect(action({}).label).toBe(t('course.startAt', { lesson: 'Leçon first' }))
  expect(action({ learner: read }).label).toBe(t('course.continueAt', { lesson: 'Leçon first' }))
})
