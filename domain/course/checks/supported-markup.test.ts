import { expect, it } from 'vitest'
import { courseSource, libraryWith, told } from '@/tests/support/course-factories'
import { supportedMarkup } from './supported-markup'

it('shows the markup that is not understood', () => {
  const unknown = [{ path: 'fr.md', line: 9, markup: ':::remark' }]

  expect(told(supportedMarkup(courseSource({ unknown }), libraryWith()))).toEqual([
    expect.stringContaining('fr.md:9 “:::remark” is not understood here'),
  ])
})

it('accepts a course without any', () => {
  expect(supportedMarkup(courseSource(), libraryWith())).toEqual([])
})
