import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from './read-number'

const value = (typed: string) => {
  const read = readNumber(typed, 'dirhams')
  return read.status === 'read' ? read.value : read.status
}

it.each([
  ['digits alone', '10000', '10000'],
  ['thousands apart by a point, as laws are printed', '10.000', '10000'],
  ['by a space', '10 000', '10000'],
  ['by a space that does not break', '10\u00a0000', '10000'],
  ['by a narrow one', '10\u202f000', '10000'],
  ['by an apostrophe', '10’000', '10000'],
  ['by several points', '1.250.000', '1250000'],
  ['by several commas', '1,250,000', '1250000'],
  ['a fraction after a comma', '10,5', '10.5'],
  ['a fraction after a point', '10.5', '10.5'],
  ['both, as in French', '14 711,08', '14711.08'],
  ['both, with points', '14.711,08', '14711.08'],
  ['both, as in English', '14,711.08', '14711.08'],
  ['two marks that leave no doubt before three digits', '14.711,080', '14711.08'],
  ['a fraction of three digits after nothing', '0,500', '0.5'],
  ['a point before three digits that cannot be thousands', '0.500', '0.5'],
  ['too many digits for thousands', '10000.500', '10000.5'],
  ['Arabic-Indic digits', '١٠٠٠٠', '10000'],
  ['with their mark of thousands', '١٠٬٠٠٠', '10000'],
  ['with their mark of a fraction', '١٠٫٥', '10.5'],
  ['with the Arabic comma', '١٠،٥', '10.5'],
  ['Persian digits', '۱۲', '12'],
  ['marks of direction that nobody sees', '\u200f12\u200e', '12'],
  ['zeros that say nothing', '007,50', '7.5'],
  ['the unit after', '5 000 dirhams', '5000'],
  ['the unit close by, shortened', '5000DH', '5000'],
  ['the unit in Arabic', '5000 درهم', '5000'],
  ['the unit with its vowel signs', '5000 دِرهم', '5000'],
  ['the unit before', 'MAD 5000', '5000'],
])('reads %s: %s', (_, typed, read) => {
  expect(value(typed)).toBe(read)
})

it.each([
  ['one comma before three digits', '10,000', 'ambiguous'],
  ['the Arabic comma there', '١٠،٠٠٠', 'ambiguous'],
  ['spaces, and a point before three digits', '10 000.500', 'ambiguous'],
  ['spaces, and a comma before three digits', '10 000,500', 'ambiguous'],
  ['thousands that are none', '10 00', 'not-a-number'],
  ['several points between other digits', '1.2.3', 'not-a-number'],
  ['commas after points', '1.250,000,000', 'not-a-number'],
  ['two marks of a fraction', '1٫5٫5', 'not-a-number'],
  ['a range', '20-30', 'not-a-number'],
  ['a number below nothing', '-5', 'not-a-number'],
  ['words', 'dix', 'not-a-number'],
  ['nothing', ' ', 'not-a-number'],
  ['a word that is no unit', '5000 euros', 'not-a-number'],
  ['a unit twice', 'DH 5000 DH', 'not-a-number'],
  ['a slip of the hand', '1234567890123', 'not-a-number'],
  ['a power', '1e5', 'not-a-number'],
  ['another unit', '12 mois', 'other-unit'],
])('refuses %s: %s', (_, typed, fault) => {
  expect(value(typed)).toBe(fault)
})

describe('whatever is typed', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'0123456789 .,٫٬٠٩۵\u00a0'), maxLength: 14 })

  it('is a number that is read again as itself, or a fault', () => {
    fc.assert(
      fc.property(fc.oneof(marks, fc.string()), (typed) => {
        const read = readNumber(typed, 'years')
        // The value has a decimal point, and a point before three digits would now be read as a separator of thousands.
        if (read.status !== 'read' || /\.\d{3}$/.test(read.value)) return
        expect(readNumber(read.value, 'years')).toEqual(read)
      }),
    )
  })

  it('is read with the digits that stand there, in their order', () => {
    fc.assert(
      fc.property(marks, (typed) => {
        const read = readNumber(typed, 'years')
        if (read.status !== 'read') return
        const digits = typed.replace(/[٠۰]/g, '0').replace(/[٩]/g, '9').replace(/[۵]/g, '5').replace(/\D/g, '')
        const said = read.value.replace('.', '')
        expect(digits.replace(/^0+|0+$/g, '')).toBe(said.replace(/^0+|0+$/g, ''))
      }),
    )
  })

  it('means the same in each way to write a sum', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(99), (whole, cents) => {
        const apart = (mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark)
        const two = String(cents).padStart(2, '0')
        const sums = [`${whole},${two}`, `${apart(' ')},${two}`, `${apart('.')},${two}`, `${apart(',')}.${two}`]
        for (const sum of sums) expect(Number(value(sum))).toBe(Number(`${whole}.${two}`))
      }),
    )
  })
})
