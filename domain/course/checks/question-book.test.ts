import { expect, it } from 'vitest'
import type { Questions } from '@/domain/library/questions'
import { card, libraryWith, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import { questionBook } from './question-book'

const ways = { ar: ['عقوبة'], fr: ['peine'], en: ['penalty'] }
const idea = { id: 'penalty', terms: [], everywhere: false, exclusive: false, ...ways }
const library = libraryWith({ provisions: { 'cp-16': card('cp-16', '16') } })

function messages(questions: Partial<Questions>): string[] {
  const source = librarySource({
    questions: yamlSource('library/questions.yaml', { ideas: [idea], answers: [], ...questions }),
  })
  return questionBook(source, library).map(({ message }) => message)
}

it('accepts answers that lead from known ideas to pages that exist', () => {
  expect(messages({ answers: [{ asks: ['penalty'], page: '/library/law/cp-16' }] })).toEqual([])
})

it.each([
  ['an unknown page', { answers: [{ asks: ['penalty'], page: '/library/law/cp-999' }] }, 'cp-999'],
  ['an unknown idea', { answers: [{ asks: ['ghost'], page: '/library/law/cp-16' }] }, 'ghost'],
  [
    'a paragraph that the page lacks',
    { answers: [{ asks: ['penalty'], page: '/library/law/cp-16', paragraphs: ['9'] }] },
    'paragraph 9',
  ],
  ['an unknown term', { ideas: [{ ...idea, terms: ['ghost'] }] }, 'ghost'],
  ['an idea that stands twice', { ideas: [idea, idea] }, 'penalty'],
])('refuses %s', (_, questions, named) => {
  expect(messages(questions)).toEqual([expect.stringContaining(named)])
})
