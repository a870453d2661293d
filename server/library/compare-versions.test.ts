import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WordingPiece } from '@/domain/library/compared-wording'
import { card, provision, textVersion } from '@/tests/support/course-factories'
import { compareVersions, compareWordings } from './compare-versions'

const written = (pieces: readonly WordingPiece[] | null) =>
  pieces?.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('') ?? null
const compare = (before: string[], after: string[]) =>
  compareWordings(before, after).map((row) => [written(row.before), written(row.after)])

it('marks whole Arabic words, not their letters', () => {
  expect(
    compare(['تسري أحكام الفقرتين الثانية والثالثة أعلاه'], ['تسري أحكام الفقرتين الثانية والخامسة أعلاه']),
  ).toEqual([['تسري أحكام الفقرتين الثانية [والثالثة ]أعلاه', 'تسري أحكام الفقرتين الثانية [والخامسة ]أعلاه']])
})

it('does not mark a word that only got a comma', () => {
  expect(compare(['يجب في جميع المراحل'], ['يجب، في جميع المراحل'])).toEqual([
    ['يجب في جميع المراحل', 'يجب[، ]في جميع المراحل'],
  ])
})

it('marks a new paragraph completely', () => {
  expect(compare(['one two three'], ['one two three', 'four five six'])).toEqual([
    ['one two three', 'one two three'],
    [null, '[four five six]'],
  ])
})

it('loses no letter of either wording', () => {
  const wording = fc.array(
    fc.array(fc.constantFrom('اسم', 'فعل', 'و', '، ', ' ', '448-1'), { minLength: 1 }).map((parts) => parts.join('')),
  )
  const textOf = (pieces: readonly WordingPiece[] | null) => pieces?.map(({ text }) => text).join('')
  fc.assert(
    fc.property(wording, wording, (before, after) => {
      const rows = compareWordings(before, after)
      expect(rows.flatMap((row) => textOf(row.before) ?? [])).toEqual(before)
      expect(rows.flatMap((row) => textOf(row.after) ?? [])).toEqual(after)
    }),
  )
})

it('compares the older version with the newer one, in any order, in the languages that both have', () => {
  const [newer, older] = [textVersion({ id: '2025' }), textVersion({ id: '2016' })]
  const article = provision({ versions: [newer, older] })

  const compared = compareVersions(article, [older, newer], 'en')

  expect(compared).toEqual(compareVersions(article, [newer, older], 'en'))
  expect([compared.before, compared.after]).toEqual(['2016', '2025'])
  expect(compared.wordings.map(({ language }) => language)).toEqual(['ar', 'fr'])
})

it('compares a card in the language of the page only', () => {
  const told = card('cp-16', '16')
  const [version] = told.versions
  if (!version) throw new Error('a card has a version')

  expect(compareVersions(told, [version, version], 'fr').wordings.map(({ language }) => language)).toEqual(['fr'])
})
