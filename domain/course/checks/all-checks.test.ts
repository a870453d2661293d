import { expect, it } from 'vitest'
import { courseSource, libraryWith, run } from '@/tests/support/course-factories'
import { checkCourse, sortFindings } from './all-checks'
import type { Finding } from './finding'

it('names the check of each finding', () => {
  const texts = [run('ar', 'الفصل 448-1 سنة ٢٠١٦')]

  expect(checkCourse(courseSource({ texts }), libraryWith()).map(({ check }) => check)).toEqual(
    expect.arrayContaining(['arabic-indic-digits', 'raw-number']),
  )
})

it('sorts by file, line and weight', () => {
  const finding = (path: string, line: number, severity: Finding['severity']) => ({
    path,
    line,
    severity,
    check: 'x',
    message: 'm',
  })
  const sorted = sortFindings([
    finding('b', 1, 'error'),
    finding('a', 10, 'error'),
    finding('a', 9, 'warning'),
    finding('a', 9, 'error'),
  ])

  expect(sorted.map(({ path, line, severity }) => `${path}${line}${severity}`)).toEqual([
    'a9error',
    'a9warning',
    'a10error',
    'b1error',
  ])
})
