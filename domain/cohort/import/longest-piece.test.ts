import { expect, it } from 'vitest'
import { hasPieceOver } from './longest-piece'

const MOST = 32_000
const long = 'x'.repeat(MOST + 1)
const brackets = '<>'.repeat(MOST / 2)

it.each([
  ['a text', `<c><t>${long}</t></c>`],
  ['a text before all tags', `${long}<c/>`],
  ['a text behind all tags', `<c/>${long}`],
  ['a text that no tag follows', long],
  ['a tag', `<${long}/>`],
  ['a tag that never ends', `<c ${'a="" '.repeat(10_000)}`],
  ['attributes', `<c ${'a="1" '.repeat(10_000)}/>`],
  ['an attribute', `<c a="${long}"/>`],
  ['an attribute that is full of brackets', `<c a="${brackets}"/>`],
  ['an attribute that never ends', `<c a="${brackets}`],
  ['quotes that hold the other quotes', `<c a='"${brackets}"'/>`],
  ['a comment', `<!--${brackets}--><c/>`],
  ['a comment that never ends', `<!--${brackets}<c/>`],
  ['a section', `<t><![CDATA[${brackets}]]></t>`],
])('finds %s', (_, xml) => {
  expect(hasPieceOver(xml, MOST)).toBe(true)
})

it.each([
  ['nothing', ''],
  ['many short tags', '<c r="A1"><v>1</v></c>'.repeat(100_000)],
  ['many short texts', `<t>${'x'.repeat(1000)}</t>`.repeat(1000)],
  ['brackets in quotes, a comment and a section', `<c a=">" b='<'/><!-- > < " --><![CDATA[<"]]>`],
  ['a text as long as it may be', `<t>${'x'.repeat(MOST - 3)}</t>`],
])('lets through %s', (_, xml) => {
  expect(hasPieceOver(xml, MOST)).toBe(false)
})
