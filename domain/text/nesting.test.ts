import { describe, expect, it } from 'vitest'
import { parseCase, parseMarkdown } from './markdown'
import { deepestLine, NestedTooDeeply } from './nesting'

describe('how deeply quotes and lists are nested', () => {
  it.each([
    ['un texte\n\n- un\n- deux', 1],
    ['> - 1. a', 3],
    ['>>> a', 3],
    ['--- - **a** *b*', 0],
    ['1.5 - 2', 0],
    ['a > b > c', 0],
    ['', 0],
  ])('%j: %i', (source, depth) => {
    expect(deepestLine(source)).toBe(depth)
  })

  it.each([
    ['quotes', '> '.repeat(20_000)],
    ['quotes without spaces', '>'.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['numbered lists', '1. '.repeat(20_000)],
  ])('is refused before the parser, which would fail: %s', (_, source) => {
    expect(() => parseMarkdown(`${source}a`)).toThrow(NestedTooDeeply)
    expect(() => parseCase(`${source}a`)).toThrow(NestedTooDeeply)
  })
})
