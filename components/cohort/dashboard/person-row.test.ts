import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { type Participant, personRow } from './person-row'

const t = translator('en')
const FATIMA: Participant = {
  memberId: 'm1',
  nameArabic: 'فاطمة العلوي',
  nameLatin: 'Fatima Alaoui',
  lessons: 9,
  lessonsDone: 3,
  lastActiveMs: Date.parse('2026-11-24T23:30:00Z'),
  passed: false,
  attemptsLeft: 2,
  certified: false,
  overdue: 0,
  situation: 'on-track',
}

it('names a person in the script of the page', () => {
  expect(personRow(FATIMA, true, 'ar', translator('ar')).name).toBe('فاطمة العلوي')
  expect(personRow(FATIMA, true, 'fr', translator('fr')).name).toBe('Fatima Alaoui')
})

it('says how far she is, and when she was last active by the clock in Morocco', () => {
  const row = personRow(FATIMA, true, 'en', t)

  expect([row.done, row.total, row.progress]).toEqual([3, 9, '3 of 9'])
  expect(row.lastActive).toContain('25')
})

it.each([
  [true, true, 'examPassed'],
  [true, false, 'examNot'],
  [false, false, 'noExam'],
] as const)('of a course graded %s and passed %s says %s', (graded, passed, said) => {
  expect(personRow({ ...FATIMA, passed }, graded, 'en', t).exam).toBe(t(`cohorts.dashboard.${said}`))
})
