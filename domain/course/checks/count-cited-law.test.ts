import { expect, it } from 'vitest'
import { card, courseSource, lessonSource, libraryWith, yamlSource } from '@/tests/support/course-factories'
import { decision, librarySource } from '@/tests/support/library-factories'
import { countCitedLaw } from './count-cited-law'

const { provisions } = libraryWith()
const known = { ...provisions, 'cp-16': card('cp-16', '16') }
const cite = (id: string) => ({ path: 'fr.md', line: 1, id, locale: 'fr' as const, label: null, inCase: false })
const decided = (cites: string[]) => {
  const value = decision({ cites })
  return librarySource({ decisions: [{ ...yamlSource('library/cases/x.yaml', value), id: value.id }] })
}

it('counts each provision once, however many of its paragraphs are cited, and from wherever', () => {
  const courses = [courseSource({ citations: [cite('cp-448-1#1'), cite('cp-448-1#2')] })]

  expect(countCitedLaw(courses, decided(['cp-448-1', 'cp-16']), known)).toEqual({ cited: 2, quoted: 1, told: 1 })
})

it('counts the law that a lesson shows as a block', () => {
  const laws = [{ path: 'fr.md', line: 1, cites: ['cp-448-1#1'] }]
  const courses = [courseSource({ lessons: [lessonSource({}, { laws })] })]

  expect(countCitedLaw(courses, librarySource(), known).quoted).toBe(1)
})

it('leaves out decisions, and ids that the library lacks', () => {
  const courses = [courseSource({ citations: [cite('cedh-sm-2020'), cite('cp-999')] })]

  expect(countCitedLaw(courses, librarySource(), known).cited).toBe(0)
})
