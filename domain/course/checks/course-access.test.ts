import { expect, it } from 'vitest'
import { asked, courseSource, libraryWith, singleChoice, told, yamlSource } from '@/tests/support/course-factories'
import { courseAccess } from './course-access'

const bank = [asked(singleChoice({ id: 'q1' }))]
const course = courseSource({ bank })
const file = course.file.value
if (!file) throw new Error('no course file')
const { certificate: _, examMinutes: __, ...ungraded } = file

it('lets a graded course have its exam, and a public one none', () => {
  const open = yamlSource('course.yaml', { ...ungraded, access: 'public' as const })

  expect(courseAccess(course, libraryWith())).toEqual([])
  expect(courseAccess(courseSource({ file: open, exam: null, bank: [] }), libraryWith())).toEqual([])
})

it('names what a graded course lacks', () => {
  const found = courseAccess(
    courseSource({ file: yamlSource('course.yaml', ungraded), exam: null, bank: [] }),
    libraryWith(),
  )

  expect(told(found).map((line) => line.replace(/^\S+ /, ''))).toEqual([
    '“certificate:” is missing: add it',
    '“examMinutes:” is missing: add it',
    'courses/fundamentals/exam.yaml is missing: add it',
    'exam bank is missing: add it',
  ])
})

it('names what a public course may not have', () => {
  const found = courseAccess(
    courseSource({ bank, file: yamlSource('course.yaml', { ...file, access: 'public' as const }) }),
    libraryWith(),
  )

  expect(found).toHaveLength(4)
})
