import { expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseSource,
  lessonSource,
  singleChoice,
  yamlSource,
} from '@/tests/support/course-factories'
import { countCourse } from './count-course'
import { reportTable } from './report-table'

it('has a line for each course and their sum', () => {
  const sign = { hash: 'hash-fr', language: 'fr' as const, role: 'pedagogy' as const, date: '2026-03-01', by: 'x' }
  const lesson = lessonSource(
    { practice: [asked(singleChoice()), asked(null)], signoff: yamlSource('signoff.yaml', [sign]) },
    { words: 640 },
  )
  const first = countCourse(courseSource({ lessons: [lesson, lessonSource({}, { words: 10 })] }))
  const second = countCourse(
    courseSource({
      path: 'courses/referral',
      bank: [asked(singleChoice({ id: 'b1' }))],
      second: [askedAgain(singleChoice({ id: 's1' }))],
    }),
  )

  expect(reportTable([first, second]).map((line) => line.split(/ {2,}/))).toEqual([
    [
      'course',
      'lessons',
      'practice',
      'exam',
      'second',
      'cases',
      'questions ar/fr/en',
      'words ar/fr/en',
      'citations ar/fr/en',
      'legal sign-offs',
      'pedagogy sign-offs',
      'language sign-offs',
    ],
    [
      'fundamentals',
      '2',
      '2',
      '0',
      '0',
      '0',
      '1/1/1',
      '650/650/650',
      '0/0/0',
      '0/0/0 of 2',
      '0/1/0 of 2',
      '0/0/0 of 2',
    ],
    ['referral', '1', '0', '1', '1', '0', '2/2/2', '700/700/700', '0/0/0', '0/0/0 of 2', '0/0/0 of 2', '0/0/0 of 2'],
    ['total', '3', '2', '1', '1', '0', '3/3/3', '1350/1350/1350', '0/0/0', '0/0/0 of 4', '0/1/0 of 4', '0/0/0 of 4'],
  ])
})
