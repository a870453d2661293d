import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENTRY_CODE_LENGTH, formatEntryCode, makeEntryCode, readEntryCode } from './entry-code'

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('a code', () => {
  it('has no letter that looks like another, and is read as it is shown', () => {
    fc.assert(
      fc.property(fc.array(random, { minLength: ENTRY_CODE_LENGTH, maxLength: ENTRY_CODE_LENGTH }), (numbers) => {
        const left = [...numbers]
        const code = makeEntryCode(() => left.pop() ?? 0)
        expect(code).not.toMatch(/[01OILU]/)
        expect(readEntryCode(formatEntryCode(code))).toBe(code)
      }),
    )
  })

  it('uses the alphabet from its first to its last character', () => {
    expect(makeEntryCode(() => 0)).toBe('22222222')
    expect(makeEntryCode(() => 1 - Number.EPSILON)).toBe('ZZZZZZZZ')
  })

  it.each([
    ['as it is shown', 'K7PM-4RTX'],
    ['in small letters', 'k7pm-4rtx'],
    ['without a dash', 'K7PM4RTX'],
    ['with another dash', 'K7PM – 4RTX'],
    ['letter by letter', ' k 7 p m 4 r t x '],
    ['with Arabic digits', 'K٧PM-٤RTX'],
    ['with marks of direction around it', '\u2066K7PM-4RTX\u2069'],
  ])('is read %s', (_, typed) => {
    expect(readEntryCode(typed)).toBe('K7PM4RTX')
  })

  it.each(['', 'K7PM', 'K7PM-4RTXX', 'K7PM-4RT0', 'K7PM-4RTO', 'رمز-رمزا', '<script>', "' or 1=1"])(
    'is not %j',
    (typed) => {
      expect(readEntryCode(typed)).toBeNull()
    },
  )
})
