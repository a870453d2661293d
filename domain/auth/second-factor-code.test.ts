import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inGroups, makeRecoveryCode, RECOVERY_DIGITS, readSecondFactorCode } from './second-factor-code'

const RECOVERY = '123456789012345678901234'

describe('a typed code', () => {
  it.each([
    ['as the application shows it', '042137'],
    ['in two groups', '042 137'],
    ['with a space that does not break', '042\u00A0137'],
    ['with a dash', '042-137'],
    ['in Arabic-Indic digits', '٠٤٢١٣٧'],
    ['in Persian digits', '۰۴۲۱۳۷'],
    ['in wide digits', '０４２１３７'],
    ['with marks of direction around it', '\u2067٠٤٢ ١٣٧\u2069'],
    ['with the end of its line', ' 042137\n'],
  ])('is read %s', (_, typed) => {
    expect(readSecondFactorCode(typed)).toEqual({ status: 'well-formed', code: { kind: 'app', digits: '042137' } })
  })

  it.each([
    ['in groups', '1234 5678 9012 3456 7890 1234'],
    ['in Arabic-Indic digits', '١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦ ٧٨٩٠ ١٢٣٤'],
    ['without spaces', RECOVERY],
  ])('of recovery is read %s', (_, typed) => {
    expect(readSecondFactorCode(typed)).toEqual({ status: 'well-formed', code: { kind: 'recovery', digits: RECOVERY } })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['spaces only', ' \u200F ', 'empty'],
    ['five digits', '04213', 'malformed'],
    ['seven digits', '0421370', 'malformed'],
    ['a letter', '04213O', 'malformed'],
    ['a sign', '+42137', 'malformed'],
    ['digits of another script', '०४२१३७', 'malformed'],
    ['a fraction', '½42137', 'malformed'],
    ['a recovery code that lacks a digit', RECOVERY.slice(1), 'malformed'],
  ])('is not read from %s', (_, typed, status) => {
    expect(readSecondFactorCode(typed)).toEqual({ status })
  })
})

it('reads back every recovery code it makes', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.array(random, { minLength: RECOVERY_DIGITS, maxLength: RECOVERY_DIGITS }), (dice) => {
      const code = makeRecoveryCode(() => dice.pop() ?? 0)
      expect(readSecondFactorCode(inGroups(code))).toEqual({
        status: 'well-formed',
        code: { kind: 'recovery', digits: code },
      })
    }),
  )
})

it('groups by four, the last one as long as what is left', () => {
  expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
})
