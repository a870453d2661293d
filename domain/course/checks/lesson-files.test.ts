import { expect, it } from 'vitest'
import {
  caseSource,
  courseFile,
  courseSource,
  lessonSource,
  libraryWith,
  localized,
  told,
  yamlSource,
} from '@/tests/support/course-factories'
import { lessonFiles } from './lesson-files'

const lesson = (files: string[], lines = {}) =>
  lessonSource({
    file: yamlSource(
      'lesson.yaml',
      {
        id: 'offence',
        title: localized('t'),
        summary: localized('s'),
        revision: 1,
        sensitive: false,
        objectives: [localized('o')],
        files,
      },
      lines,
    ),
  })
const course = (id: string, access: 'open' | 'closed', files: string[] = [], lines = {}) =>
  courseSource({
    file: yamlSource('course.yaml', { ...courseFile, id, access }),
    cases: [caseSource({ id: `${id}-file` })],
    lessons: [lesson(files, lines)],
  })

it('finds a file that is missing, named twice, or in another course that is closed', () => {
  const files = ['own-file', 'other-file', 'shut-file', 'own-file', 'referral/nobody']
  const courses = [course('own', 'closed', files, { 'files.2': 7 }), course('other', 'open'), course('shut', 'closed')]

  expect(told(lessonFiles(courses, libraryWith()))).toEqual([
    'lesson.yaml:7 “shut-file” is no folder of cases: correct it',
    'lesson.yaml:1 “own-file” stands here twice: keep one',
    'lesson.yaml:1 “referral/nobody” is no profile of library/referral: correct it',
  ])
  expect(lessonFiles([course('own', 'closed', ['own-file'])], libraryWith())).toEqual([])
})
