import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, yamlSource } from '@/tests/support/course-factories'
import type { CourseFile } from '../course'
import { outline } from './outline'
import type { CourseSource } from './source'

const course = courseSource()
const outlined = (...ids: string[]) =>
  yamlSource('course.yaml', course.file.value && { ...course.file.value, outline: ids })
const otherId = lessonSource().file.value
const renamed = lessonSource({ file: yamlSource('lesson.yaml', otherId && { ...otherId, id: 'offense' }) })

it.each<[string, Partial<CourseSource>, number]>([
  ['folders as in the outline', {}, 0],
  ['a lesson without a folder', { file: outlined('offence', 'child') }, 1],
  ['a lesson twice', { file: outlined('offence', 'offence') }, 1],
  ['a folder that is not in the outline', { lessons: [lessonSource(), lessonSource({ id: 'child' })] }, 1],
  ['a lesson with another id than its folder', { lessons: [renamed] }, 1],
  ['a course with another id than its folder', { path: 'courses/basics' }, 1],
  ['a course that could not be read', { file: yamlSource<CourseFile>('course.yaml', null) }, 0],
])('%s', (_, overrides, count) => {
  expect(outline(courseSource(overrides), libraryWith())).toHaveLength(count)
})
