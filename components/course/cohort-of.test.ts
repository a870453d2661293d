import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { courseReading } from '@/tests/support/course-reading'
import { cohortOf, dueOf, waitingTest } from './cohort-of'

const t = translator('fr')
const NOW = new Date('2026-11-24T10:00:00Z')
const deadlines = { first: '2026-11-20', second: '2026-12-01', exam: '2027-01-10' }
const cohort = { id: 'cohort-1', name: 'Promotion 2026-1', endsOn: '2027-01-15', examOpensOn: null, deadlines }
const inCohort = (given: Parameters<typeof courseReading>[0] = {}) => courseReading({ learner: { cohort }, ...given })

it('gives no cohort for a learner who takes the course alone, or for a reader who is not enrolled', () => {
  expect(cohortOf(courseReading(), 'fr', t, NOW)).toBeNull()
  expect(cohortOf(courseReading({ learner: null }), 'fr', t, NOW)).toBeNull()
})

it('lists the steps that are not done by their last day, each with its title', () => {
  expect(dueOf(inCohort(), 'fr', t, NOW)).toEqual([
    { id: 'first', title: 'Leçon first', dueOn: '2026-11-20', missed: true, daysLeft: -4 },
    { id: 'second', title: 'Leçon second', dueOn: '2026-12-01', missed: false, daysLeft: 7 },
    { id: 'exam', title: t('course.finalExam'), dueOn: '2027-01-10', missed: false, daysLeft: 47 },
  ])
})

it('leaves out what is done: lessons, and an exam that was passed', () => {
  const passed = inCohort({ done: 1, availability: { status: 'passed', attemptsLeft: 2 } })

  expect(dueOf(passed, 'fr', t, NOW).map(({ id }) => id)).toEqual(['second'])
})

it('shows the missed deadlines, the next one and that of the exam on the page of the course', () => {
  const later = { ...cohort, deadlines: { first: '2026-11-28', second: '2026-12-01', exam: '2027-01-10' } }
  const ids = (given: typeof cohort) =>
    cohortOf(courseReading({ learner: { cohort: given } }), 'fr', t, NOW)?.due.map(({ id }) => id)

  expect(ids(cohort)).toEqual(['first', 'second', 'exam'])
  expect(ids(later)).toEqual(['first', 'exam'])
})

it('leads to the test that waits, and to none outside a cohort', () => {
  expect(waitingTest(inCohort({ test: 'before' }), 'fr', t)?.href).toBe(
    '/fr/learning/tests/cohort-1/fundamentals/before',
  )
  expect(waitingTest(inCohort(), 'fr', t)).toBeNull()
  expect(waitingTest(courseReading({ test: 'before' }), 'fr', t)).toBeNull()
})
