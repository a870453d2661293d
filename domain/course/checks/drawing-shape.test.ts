import { expect, it } from 'vitest'
import { courseWithProse, libraryWith, told } from '@/tests/support/course-factories'
import { drawingShape } from './drawing-shape'

const drawn = (words: number, faults: readonly string[]) =>
  courseWithProse({ drawings: [{ path: 'fr.md', line: 7, words, faults }] })

it('says what is wrong with a drawing, at its line', () => {
  expect(told(drawingShape(drawn(90, ['no title: write one']), libraryWith()))).toContain('fr.md:7 no title: write one')
})

it('refuses a drawing of more than 200 words', () => {
  expect(drawingShape(drawn(200, []), libraryWith())).toEqual([])
  expect(told(drawingShape(drawn(201, []), libraryWith()))[0]).toContain('has 201 words: cut it to 200')
})
