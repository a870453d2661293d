import { expect, it } from 'vitest'
import {
  asked,
  courseSource,
  lessonSource,
  libraryWith,
  localized,
  option,
  prose,
  singleChoice,
  yamlSource,
} from '@/tests/support/course-factories'
import { duplicateId } from './duplicate-id'
import type { CourseSource } from './source'

const twice = asked(singleChoice({ id: 'q1' }))
const headings = [
  { depth: 2, id: 'act', line: 5 },
  { depth: 2, id: 'act', line: 9 },
]

function withCorrections(...ids: string[]): CourseSource['file'] {
  const { path, value } = courseSource().file
  const corrections = ids.map((id) => ({ id, date: '2026-11-27', what: localized(id) }))
  return yamlSource(path, value && { ...value, corrections })
}

it.each<[string, Partial<CourseSource>, number]>([
  ['ids that differ', { bank: [twice, asked(singleChoice({ id: 'q2' }))] }, 0],
  ['a question twice in the bank', { bank: [twice, twice] }, 1],
  ['a question in practice and in the bank', { lessons: [lessonSource({ practice: [twice] })], bank: [twice] }, 1],
  ['an unreadable question with a known id', { bank: [twice, asked(null, { id: 'q1' })] }, 1],
  ['an option twice', { bank: [asked(singleChoice({ options: [option('a'), option('a')] }))] }, 1],
  ['a section twice', { lessons: [lessonSource({ prose: { fr: prose({ headings }) } })] }, 1],
  ['a correction twice', { file: withCorrections('law', 'law') }, 1],
  ['two corrections', { file: withCorrections('law', 'exam') }, 0],
  ['a lesson id twice', { lessons: [lessonSource(), lessonSource()] }, 1],
])('%s', (_, course, count) => {
  expect(duplicateId(courseSource(course), libraryWith())).toHaveLength(count)
})
