import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALPHABET,
  checkCharacter,
  formatCertificateNumber,
  makeCertificateNumber,
  RANDOM_LENGTH,
  readCertificateNumber,
} from './certificate-number'

const random = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: RANDOM_LENGTH,
  maxLength: RANDOM_LENGTH,
})
const number = random.map((dice) => makeCertificateNumber(() => dice.shift() ?? 0))
const place = fc.nat(RANDOM_LENGTH)

const replaced = (text: string, at: number, character: string) => text.slice(0, at) + character + text.slice(at + 1)

it('is twelve random characters and one check character, none of them a look-alike', () => {
  fc.assert(fc.property(number, (made) => /^[2-9A-HJKMNP-TV-Z]{13}$/.test(made)))
  expect(ALPHABET).not.toMatch(/[01ILOU]/)
  expect(new Set(ALPHABET).size).toBe(30)
})

it('reads back what it made, and what it printed', () => {
  fc.assert(
    fc.property(number, (made) => {
      expect(readCertificateNumber(made)).toEqual({ status: 'well-formed', number: made })
      expect(readCertificateNumber(formatCertificateNumber(made))).toEqual({ status: 'well-formed', number: made })
    }),
  )
})

it('finds every single wrong character', () => {
  fc.assert(
    fc.property(number, (made) => {
      for (let at = 0; at <= RANDOM_LENGTH; at += 1) {
        for (const character of ALPHABET) {
          const expected = character === made[at] ? 'well-formed' : 'mistyped'
          expect(readCertificateNumber(replaced(made, at, character)).status).toBe(expected)
        }
      }
    }),
    { numRuns: 20 },
  )
})

it('detects swapped neighbours, except for the first and the last character of the alphabet', () => {
  const undetected = [ALPHABET[0], ALPHABET.at(-1)]
  fc.assert(
    fc.property(number, fc.nat(RANDOM_LENGTH - 1), (made, at) => {
      const [one = '', two = ''] = made.slice(at)
      fc.pre(one !== two)
      const swapped = made.slice(0, at) + two + one + made.slice(at + 2)
      const blind = undetected.includes(one) && undetected.includes(two)
      expect(readCertificateNumber(swapped).status).toBe(blind ? 'well-formed' : 'mistyped')
    }),
  )
})

it('takes a look-alike or a foreign letter for a typing error', () => {
  fc.assert(
    fc.property(number, place, fc.constantFrom(...'01OILUÉب'), (made, at, character) => {
      expect(readCertificateNumber(replaced(made, at, character)).status).toBe('mistyped')
    }),
  )
})

describe('readCertificateNumber', () => {
  const body = '7F3K9MPQ2WXY'
  const whole = body + checkCharacter(body)
  const grouped = formatCertificateNumber(whole)

  it.each([
    ['lower case', grouped.toLowerCase()],
    ['spaces', ` ${grouped.replaceAll('-', ' ')}\n`],
    ['no-break spaces', grouped.replaceAll('-', '\u00A0')],
    ['dots and underscores', grouped.replace('-', '.').replace('-', '_')],
    ['hyphens, dashes and minus signs', grouped.replace('-', '\u2011').replace('-', '\u2014').replace('-', '\u2212')],
    ['soft hyphens', grouped.replaceAll('-', '\u00AD')],
    ['marks of direction', `\u2066${grouped}\u2069\u200F`],
    ['full width', [...whole].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')],
  ])('reads a number typed with %s', (_, typed) => {
    expect(readCertificateNumber(typed)).toEqual({ status: 'well-formed', number: whole })
  })

  it.each([
    ['nothing', ''],
    ['one character too few', whole.slice(1)],
    ['one character too many', `${whole}2`],
    ['ten thousand characters', 'A'.repeat(10_000)],
    ['no number at all', 'الشهادة'],
  ])('says that %s is not the form of a number', (_, typed) => {
    expect(readCertificateNumber(typed)).toEqual({ status: 'malformed' })
  })
})

it('prints groups of four', () => {
  expect(formatCertificateNumber('7F3K9MPQ2WXY4')).toBe('7F3K-9MPQ-2WXY-4')
})
