import { expect, it } from 'vitest'
import { caseSource, courseFile, courseSource, libraryWith, told, yamlSource } from '@/tests/support/course-factories'
import { demandedPractice } from './demanded-practice'

it('finds a file that is not in the course, and one that is named twice', () => {
  const file = yamlSource('course.yaml', { ...courseFile, practice: ['lanes', 'lanes', 'gone'] }, { 'practice.1': 8 })
  const course = courseSource({ file, cases: [caseSource({ id: 'lanes' })] })

  expect(told(demandedPractice(course, libraryWith()))).toEqual([
    'course.yaml:8 “lanes” is no folder of cases, or stands here twice: correct it',
    'course.yaml:1 “gone” is no folder of cases, or stands here twice: correct it',
  ])
})
