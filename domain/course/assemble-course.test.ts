import { expect, it } from 'vitest'
import {
  asked,
  card,
  courseSource,
  lessonSource,
  libraryWith,
  localized,
  provision,
  singleChoice,
  yamlSource,
} from '@/tests/support/course-factories'
import { assembleCourse } from './assemble-course'
import { courseSchema } from './course'

const cite = (id: string) => ({ path: 'fr.md', line: 8, id, locale: null, label: null, inCase: false })
const term = {
  id: 'coercion',
  ar: 'القسر',
  fr: 'contrainte',
  en: 'coercion',
  source: localized('code'),
  confidence: 'high' as const,
  cites: ['cp-17'],
}
const library = libraryWith({
  provisions: {
    'cp-448-1': provision({ traps: [{ cites: ['cp-16'], text: localized('trap') }] }),
    'cp-448-4': provision({ id: 'cp-448-4' }),
    'cp-16': card('cp-16', '16'),
    'cp-17': card('cp-17', '17'),
  },
  terms: { coercion: term, fraud: { ...term, id: 'fraud' } },
})
const text = { cites: ['cp-16'], laws: [], terms: ['coercion'], sections: [] }
const lessons = [
  lessonSource({ id: 'child' }),
  lessonSource({}, { terms: [{ path: 'fr.md', line: 9, id: 'coercion' }], text }),
]
const file = courseSource().file
const source = courseSource({
  lessons,
  citations: [cite('cp-448-1#2')],
  bank: [asked(singleChoice())],
  file: yamlSource(file.path, file.value && { ...file.value, outline: ['offence', 'child'] }),
})

it('makes a course that its schema accepts, in the order of the outline', () => {
  const course = courseSchema.parse(assembleCourse(source, library))

  expect(course.lessons.map((lesson) => lesson.file.id)).toEqual(['offence', 'child'])
  expect(course.bank).toHaveLength(1)
  expect(course.lessons[0]?.hashes.ar).toBe('hash-ar')
})

it('keeps what was derived from the lessons and questions', () => {
  const course = courseSchema.parse(assembleCourse(source, library))

  expect(course.lessons[0]?.texts).toEqual({ ar: text, fr: text, en: text })
  expect(course.citedByQuestion?.q1).toContain('cp-448-1#2')
})

it('takes the second forms along, each with the question that it follows, and leaves the list out where there is none', () => {
  const second = { ...asked({ ...singleChoice(), id: 'q1-s1' }), after: 'q1', measures: false }
  const course = courseSchema.parse(assembleCourse({ ...source, second: [second] }, library))

  expect(course.second?.map(({ after, question }) => [after, question.id])).toEqual([['q1', 'q1-s1']])
  expect(course.second?.[0]).not.toHaveProperty('measures')
  expect(course.citedByQuestion).toHaveProperty('q1-s1')
  expect(assembleCourse(source, library)).not.toHaveProperty('second')
})

it('counts the hours of the certificate from the minutes of the lessons and the exam', () => {
  const { file, lessons } = assembleCourse(source, library)

  // Two lessons of 700 words, and an exam of 30 minutes.
  expect(lessons.map(({ file: { minutes } }) => minutes)).toEqual([4, 4])
  expect(file.certificate?.hours).toBe(0.5)
  expect(file).not.toHaveProperty('hours')
})

it('includes what the course cites, what its terms cite, and what its provisions are compared with', () => {
  const { provisions, terms, instruments } = assembleCourse(source, library)

  expect(Object.keys(provisions)).toEqual(['cp-16', 'cp-17', 'cp-448-1'])
  expect(Object.keys(terms)).toEqual(['coercion'])
  expect(Object.keys(instruments)).toEqual(['penal-code'])
})

it('refuses a course of which a part could not be read', () => {
  expect(() => assembleCourse({ ...source, bank: [asked(null, { id: 'q9' })] }, library)).toThrow(
    'q9 could not be read',
  )
})
