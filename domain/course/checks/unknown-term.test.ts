import { expect, it } from 'vitest'
import { courseWithProse, libraryWith, localized } from '@/tests/support/course-factories'
import { unknownTerm } from './unknown-term'

const terms = {
  coercion: {
    id: 'coercion',
    ar: 'القسر',
    fr: 'contrainte',
    en: 'coercion',
    source: localized('code'),
    confidence: 'high' as const,
  },
}

it.each([
  ['coercion', 0],
  ['coertion', 3],
  ['', 3],
])('%s', (id, count) => {
  const course = courseWithProse({ terms: [{ path: 'fr.md', line: 8, id }] })

  expect(unknownTerm(course, libraryWith({ terms }))).toHaveLength(count)
})
