import { expect, it } from 'vitest'
import { courseWithProse, libraryWith } from '@/tests/support/course-factories'
import { flowSteps } from './flow-steps'

it.each([
  ['one numbered list', ':::flow (numbered list of 9)', 0],
  ['one numbered list of questions', ':::discuss (numbered list of 3)', 0],
  ['a bulleted list', ':::flow (list of 3)', 1],
  ['a paragraph beside the list', ':::flow (paragraph, numbered list of 3)', 1],
  ['items of several paragraphs', ':::discuss (numbered list of 2 (paragraph + paragraph, paragraph))', 1],
  ['nothing', ':::flow ()', 1],
  ['another box', ':::note{kind="info"} (paragraph)', 0],
])('%s', (_, shape, each) => {
  const blocks = [{ shape, line: 4, coloured: false }]

  expect(flowSteps(courseWithProse({ blocks }), libraryWith())).toHaveLength(each * 3)
})
