import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { type Participant, personRow } from './person-row'

const t = translator('en')
const COURSE = {
  courseId: 'fundamentals',
  lessons: 9,
  lessonsDone: 3,
  lastActiveMs: Date.parse('2026-11-24T23:30:00Z'),
  passed: false,
  attemptsLeft: 2,
  certified: false,
  overdue: 0,
  sat: true,
}
const FATIMA: Participant = {
  memberId: 'm1',
  nameArabic: 'فاطمة العلوي',
  nameLatin: 'Fatima Alaoui',
  ...COURSE,
  situation: 'on-track',
  courses: [COURSE],
}

it('names a person in the script of the page', () => {
  expect(personRow(FATIMA, '/ar/cohorts/c1', 'ar', translator('ar')).name).toBe('فاطمة العلوي')
  expect(personRow(FATIMA, '/fr/cohorts/c1', 'fr', translator('fr'))).toMatchObject({
    name: 'Fatima Alaoui',
    href: '/fr/cohorts/c1/people/m1',
  })
})

it('says how far she is in each course, and when she was last active by the clock in Morocco', () => {
  const second = { ...COURSE, courseId: 'detection', lessons: 5, lessonsDone: 0 }
  const row = personRow({ ...FATIMA, courses: [COURSE, second] }, '', 'en', t)

  expect(row.courses.map(({ id, done, total, progress }) => [id, done, total, progress])).toEqual([
    ['fundamentals', 3, 9, '3 of 9'],
    ['detection', 0, 5, '0 of 5'],
  ])
  expect(row.lastActive).toContain('25')
})

it.each([
  [2, true, true, 'examPassed'],
  [2, true, false, 'examNot'],
  [2, false, false, 'examNotSat'],
  [null, false, false, 'noExam'],
] as const)('with %s attempts left, exam sat: %s and passed: %s, says %s', (attemptsLeft, sat, passed, said) => {
  const courses = [{ ...COURSE, sat, passed, attemptsLeft }]
  const [cell] = personRow({ ...FATIMA, courses }, '', 'en', t).courses
  expect(cell?.exam).toBe(t(`cohorts.dashboard.${said}`))
})
