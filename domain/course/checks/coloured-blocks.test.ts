import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { colouredBlocks } from './coloured-blocks'

const box = (line: number) => ({ shape: ':::note', line, coloured: true })
const heading = (line: number) => ({ shape: 'heading 2', line, coloured: false })
const headings = [5, 20].map((line) => ({ depth: 2, id: `s${line}`, line }))

it.each([
  ['one box in each section', [heading(5), box(7), heading(20), box(22)], 0],
  ['two boxes in one section', [heading(5), box(7), box(9), heading(20)], 3],
  ['three boxes in one section are one remark', [heading(5), box(7), box(9), box(11)], 3],
])('%s', (_, blocks, count) => {
  expect(colouredBlocks(courseWithProse({ blocks, headings }), libraryWith())).toHaveLength(count)
})
