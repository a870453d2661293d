import { expect, it } from 'vitest'
import { caseSource, courseFile, courseSource, libraryWith, told, yamlSource } from '@/tests/support/course-factories'
import { gridFile } from '@/tests/support/grid-files'
import { demandedPractice } from './demanded-practice'

it('finds a file that is not in the course, and one that is named twice', () => {
  const file = yamlSource(
    'course.yaml',
    { ...courseFile, practice: ['lanes', 'lanes', 'gone', 'referral/gone'] },
    { 'practice.1': 8 },
  )
  const course = courseSource({ file, cases: [caseSource({ id: 'lanes' })] })

  expect(told(demandedPractice(course, libraryWith()))).toEqual([
    'course.yaml:8 “lanes” stands here twice: keep one',
    'course.yaml:1 “gone” is no folder of cases: correct it',
    'course.yaml:1 “referral/gone” is no profile of library/referral: correct it',
  ])
})

it('accepts a worksheet only for a file with signs to read', () => {
  const signs = [{ sign: 'general.fear', mark: 'present' as const, facts: ['F1'] }]
  const read = gridFile({ id: 'read', worksheet: { child: 'yes', signs } })
  const cases = [read, gridFile({ id: 'unread' })].map((value) =>
    caseSource({ id: value.id, file: yamlSource(`${value.id}.yaml`, value) }),
  )
  const file = yamlSource('course.yaml', { ...courseFile, practice: ['worksheet/read', 'worksheet/unread', 'unread'] })

  expect(told(demandedPractice(courseSource({ file, cases }), libraryWith()))).toEqual([
    'course.yaml:1 “worksheet/unread” has no “worksheet” in its case.yaml: write it or name the file alone',
  ])
})
