import { expect, it } from 'vitest'
import { courseSource, libraryWith, told } from '@/tests/support/course-factories'
import { DIRECTIVES } from '../../text/marks'
import { supportedMarkup } from './supported-markup'

it('shows the markup that is not understood', () => {
  const unknown = [{ path: 'fr.md', line: 9, markup: ':::remark' }]

  expect(told(supportedMarkup(courseSource({ unknown }), libraryWith()))).toEqual([
    expect.stringContaining('fr.md:9 “:::remark” is not understood here'),
  ])
})

it('says how to write a link whose address stands apart', () => {
  const unknown = [{ path: 'fr.md', line: 9, markup: '[448-1]: https://example.org' }]

  expect(told(supportedMarkup(courseSource({ unknown }), libraryWith()))).toEqual([
    expect.stringContaining('fr.md:9 “[448-1]: https://example.org” stands apart from its words'),
  ])
})

it('accepts a course without any', () => {
  expect(supportedMarkup(courseSource(), libraryWith())).toEqual([])
})

it('names all the markup that lessons may use', () => {
  const [finding] = supportedMarkup(
    courseSource({ unknown: [{ path: 'fr.md', line: 3, markup: ':term[x]' }] }),
    libraryWith(),
  )
  const colons: Record<string, string> = { textDirective: ':', leafDirective: '::', containerDirective: ':::' }
  const names = Object.entries(DIRECTIVES).flatMap(([form, each]) => each.map((name) => `${colons[form]}${name}`))

  expect(names.filter((name) => !finding?.message.includes(` ${name}`))).toEqual([])
})
