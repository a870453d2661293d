import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { plainInMarkdown } from './plain-in-markdown'

type Node = { type: string; value?: string; children?: Node[] }

/** What a Markdown parser reads: the types of the blocks, and the text with its line breaks. */
function read(markdown: string): { blocks: string[]; text: string } {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node
  const textOf = ({ type, value, children = [] }: Node): string =>
    type === 'break' ? '\n' : (value ?? children.map(textOf).join(''))
  return {
    blocks: (tree.children ?? []).map(({ type }) => type),
    text: (tree.children ?? []).map(textOf).join('\n\n'),
  }
}
const typed = (shown: string) => shown.replaceAll('\u00a0', ' ')

it.each([
  ['four spaces', '    art. 448-1, *alinéa* 2'],
  ['a tab', '\tart. 448-1'],
  ['after an empty line', 'Retenir :\n\n      1. le fait\n      2. la preuve'],
  ['in Arabic', '    الفصل 448-1'],
  ['with marks', '    # non\n    > non\n\n    - non\n    ```non```'],
])('shows lines with an indent as lines, not as code: %s', (_, text) => {
  const { blocks, text: shown } = read(plainInMarkdown(text))
  expect(new Set(blocks)).toEqual(new Set(['paragraph']))
  expect(typed(shown)).toBe(text.replaceAll('\t', '    '))
})

it.each([
  ['marks at the beginning of a line', '# a\n- b\n+ c\n1. d\n2) e\n=='],
  ['marks within it', '*a* _b_ `c` <b>d</b> [e](f) &amp; ~~g~~ | h'],
])('shows what Markdown would read as marks: %s', (_, text) => {
  expect(read(plainInMarkdown(text))).toEqual({ blocks: ['paragraph'], text })
})

it('reads a line of spaces as an empty one', () => {
  expect(read(plainInMarkdown('a\n   \t\nb'))).toEqual({ blocks: ['paragraph', 'paragraph'], text: 'a\n\nb' })
})
