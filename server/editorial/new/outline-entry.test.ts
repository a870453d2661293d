import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { withOutlineEntry } from './outline-entry'

const FLOW = 'id: c\noutline: [one, two, three]\n# A remark.\ncomplete: [reach-end]\n'
const LINES = 'outline:\n  [\n    one,\n    two,\n    three,\n  ]\ncomplete: [reach-end]\n'
const BLOCK = 'outline:\n  - one\n  - two # said\n  - three\ncomplete: [reach-end]\n'

describe.each([
  ['a list on one line', FLOW],
  ['a list in brackets on several lines', LINES],
  ['a list of dashes', BLOCK],
])('%s', (_, file) => {
  it.each([
    ['', ['new', 'one', 'two', 'three']],
    ['one', ['one', 'new', 'two', 'three']],
    ['two', ['one', 'two', 'new', 'three']],
    ['three', ['one', 'two', 'three', 'new']],
  ])('gets a lesson after “%s”, and nothing else changes', (after, outline) => {
    const made = withOutlineEntry(file, 'new', after) ?? ''

    expect(parse(made)).toEqual({ ...parse(file), outline })
    // Text was inserted at one place, and none was removed.
    const split = Array.from({ length: file.length + 1 }, (_, at) => at)
    expect(split.some((at) => made.startsWith(file.slice(0, at)) && made.endsWith(file.slice(at)))).toBe(true)
  })

  it('is not changed for a place after an unknown lesson', () => {
    expect(withOutlineEntry(file, 'new', 'four')).toBeNull()
  })
})

it.each(['id: c\n', 'outline: []\n', 'outline: one\n', 'outline: [\n'])('gives nothing for %j', (file) => {
  expect(withOutlineEntry(file, 'new', '')).toBeNull()
})
