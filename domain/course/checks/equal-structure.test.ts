import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, prose, told } from '@/tests/support/course-factories'
import { equalStructure } from './equal-structure'

const blocks = (...shapes: string[]) => shapes.map((shape, index) => ({ shape, line: index * 2 + 5, coloured: false }))

function compare(arabic: string[], french: string[]) {
  const lesson = lessonSource({
    prose: { ar: prose({ locale: 'ar', blocks: blocks(...arabic) }), fr: prose({ blocks: blocks(...french) }) },
  })
  return told(equalStructure(courseSource({ lessons: [lesson] }), libraryWith()))
}

it('accepts the same blocks in the same order', () => {
  expect(compare(['heading 2 {#act}', 'paragraph'], ['heading 2 {#act}', 'paragraph'])).toEqual([])
})

it.each([
  ['a list with another number of items', ['list of 3'], ['list of 2'], 5],
  ['another section id', ['heading 2 {#act}'], ['heading 2 {#acte}'], 5],
  ['two blocks exchanged', ['paragraph', 'list of 2'], ['list of 2', 'paragraph'], 5],
  ['a block too many', ['paragraph'], ['paragraph', 'paragraph'], 7],
  ['a block too few', ['paragraph', 'table of 3 rows and 2 columns'], ['paragraph'], 5],
])('refuses %s at its line', (_, arabic, french, line) => {
  expect(compare(arabic, french)).toEqual([expect.stringMatching(`^offence/fr.md:${line} block`)])
})
