import { expect, it } from 'vitest'
import { textVersion } from '@/tests/support/course-factories'
import { lawRows } from './law-rows'

const version = textVersion({
  text: { ar: { '1': 'أ', '2': 'ب', '3': 'ج' }, fr: { '1': 'a', '2': 'b' } },
  alignment: [
    { ar: ['1', '2'], fr: ['1'] },
    { ar: ['3'], fr: ['2'] },
  ],
})

it('pairs the paragraphs by their alignment, whatever their numbers', () => {
  expect(lawRows(version).map(({ ar, fr }) => [ar.map(({ text }) => text), fr.map(({ text }) => text)])).toEqual([
    [['أ', 'ب'], ['a']],
    [['ج'], ['b']],
  ])
})

it('gives only the rows that are asked for', () => {
  expect(lawRows(version, ['3'])).toEqual([{ ar: [{ id: '3', text: 'ج' }], fr: [{ id: '2', text: 'b' }] }])
})

it('leaves French empty where there is none', () => {
  const arabicOnly = textVersion({ text: { ar: { '1': 'أ' } }, alignment: [{ ar: ['1'], fr: [] }] })

  expect(lawRows(arabicOnly)).toEqual([{ ar: [{ id: '1', text: 'أ' }], fr: [] }])
})
