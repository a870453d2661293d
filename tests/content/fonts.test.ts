import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fontGlyphs } from '@/domain/course/checks/font-glyphs'
import { libraryWith, run } from '../support/course-factories'

const css = readFileSync('app/styles/tokens.css', 'utf8')
const ranges = [...css.matchAll(/unicode-range:([^;]+);/g)].map((match) => codePoints(match[1] ?? ''))
const latin = ranges.filter((range) => range.has(0x41))
const all = new Set(ranges.flatMap((range) => [...range]))
// Separate checks refuse these characters, with a specific message.
const REFUSED_ELSEWHERE = new Set([0x2011, ...between(0x660, 0x669), ...between(0x6f0, 0x6f9)])

function codePoints(list: string): Set<number> {
  return new Set(
    [...list.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].flatMap(([, first = '', last = first]) =>
      between(Number.parseInt(first, 16), Number.parseInt(last, 16)),
    ),
  )
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function isMissing(codePoint: number): boolean {
  return fontGlyphs([run('fr', String.fromCodePoint(codePoint))], libraryWith()).length > 0
}

it('allows only characters for which the style sheet has a font', () => {
  const characters = between(0x21, 0xd7ff).filter((codePoint) => /\S/.test(String.fromCodePoint(codePoint)))
  const passed = characters.filter((codePoint) => !REFUSED_ELSEWHERE.has(codePoint) && !isMissing(codePoint))

  expect(passed.filter((codePoint) => !all.has(codePoint))).toEqual([])
})

it('allows every character that both Latin fonts contain', () => {
  expect(latin).toHaveLength(2)
  for (const range of latin) {
    expect([...range].filter((codePoint) => !REFUSED_ELSEWHERE.has(codePoint) && isMissing(codePoint))).toEqual([])
  }
})
