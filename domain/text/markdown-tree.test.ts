import { expect, it } from 'vitest'
import { type MarkdownNode, takeHeadingId, textOf, withDescendants, withoutStrayDirectives } from './markdown-tree'

const text = (value: string): MarkdownNode => ({ type: 'text', value })
const between = (start: number, end: number) => ({ start: { line: 1, offset: start }, end: { offset: end } })

it('puts a stray colon back between its words, as one text', () => {
  const source = 'À 10:30 précises'
  const stray = { type: 'textDirective', name: '30', children: [], position: between(4, 7) }
  const tree = { type: 'paragraph', children: [text('À 10'), stray, text(' précises')] }

  expect(withoutStrayDirectives(tree, source)).toEqual({ type: 'paragraph', children: [text(source)] })
})

it('shows a block that is not ours as a paragraph, as it was typed', () => {
  const source = ':::remark\nTexte\n:::'
  const block = { type: 'containerDirective', name: 'remark', children: [], position: between(0, source.length) }

  const [paragraph] = withoutStrayDirectives({ type: 'root', children: [block] }, source).children ?? []
  expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: source }] })
})

it.each([
  ['textDirective', 'cite', true],
  ['textDirective', 'law', false],
  ['leafDirective', 'law', true],
  ['leafDirective', 'cite', false],
  ['containerDirective', 'note', true],
  ['containerDirective', 'quiz', false],
])('knows a directive by its form and its name: %s %s', (type, name, ours) => {
  const tree = { type: 'root', children: [{ type, name, children: [], position: between(0, 3) }] }
  const [child] = withoutStrayDirectives(tree, ':::').children ?? []

  expect(child?.type === type).toBe(ours)
})

it('looks inside blocks that are ours, and changes nothing in the tree it was given', () => {
  const stray = { type: 'textDirective', name: '30', children: [], position: between(0, 3) }
  const note = { type: 'containerDirective', name: 'note', children: [{ type: 'paragraph', children: [stray] }] }
  const tree = { type: 'root', children: [note] }
  const before = structuredClone(tree)

  expect(withDescendants(withoutStrayDirectives(tree, ':30')).map(({ type }) => type)).not.toContain('textDirective')
  expect(tree).toEqual(before)
})

it('takes the id off a heading', () => {
  const heading = {
    type: 'heading',
    depth: 2,
    children: [{ type: 'strong', children: [text('Un')] }, text(' acte {#act}')],
  }
  const { node, id } = takeHeadingId(heading)

  expect(id).toBe('act')
  expect(textOf(node)).toBe('Un acte')
  expect(textOf(heading)).toBe('Un acte {#act}')
})

it('finds no id that is emphasised, or not in a heading', () => {
  const stressed = { type: 'heading', children: [text('Un acte '), { type: 'strong', children: [text('{#act}')] }] }
  const paragraph = { type: 'paragraph', children: [text('Un acte {#act}')] }

  expect(takeHeadingId(stressed)).toEqual({ node: stressed, id: null })
  expect(takeHeadingId(paragraph)).toEqual({ node: paragraph, id: null })
  expect(takeHeadingId({ type: 'heading', children: [] }).id).toBeNull()
})
