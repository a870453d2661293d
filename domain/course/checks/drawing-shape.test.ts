import { expect, it } from 'vitest'
import { courseWithProse, libraryWith, told } from '@/tests/support/course-factories'
import { drawingShape } from './drawing-shape'

const drawn = (words: number, faults: readonly string[]) =>
  courseWithProse({ drawings: [{ path: 'fr.md', line: 7, words, faults }] })

it('says what is wrong with a drawing, at its line', () => {
  expect(told(drawingShape(drawn(90, ['no title: write one']), libraryWith()))).toContain('fr.md:7 no title: write one')
})

it('refuses a drawing of more than 150 words', () => {
  expect(drawingShape(drawn(150, []), libraryWith())).toEqual([])
  expect(told(drawingShape(drawn(151, []), libraryWith()))[0]).toContain('has 151 words: cut it to 150')
})
