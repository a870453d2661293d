import { expect, it } from 'vitest'
import { smallCourse } from '@/tests/support/exam-taken'
import { certificateOf, examRuleOf } from './graded'

const course = smallCourse('graded')

it('gives the exam rule and the certificate of a graded course', () => {
  expect(examRuleOf(course).questions).toBe(1)
  expect(certificateOf(course.file).hours).toBe(2)
})

it('finds neither in a course that grades nothing', () => {
  const { certificate: _, ...file } = course.file

  expect(() => examRuleOf({ ...course, exam: null })).toThrow(expect.objectContaining({ code: 'not-found' }))
  expect(() => certificateOf(file)).toThrow(expect.objectContaining({ code: 'not-found' }))
})
