import { expect, it } from 'vitest'
import { stripTyped, westernDigits } from './typed-code'

it('leaves out spaces, dashes and what cannot be seen', () => {
  expect(stripTyped(' ab\u00A0c-\u2013d\u200F_e.\n')).toBe('abcde')
})

it('reads the digits of Arabic and Persian keyboards, and leaves other scripts alone', () => {
  expect(westernDigits('٠٩ ۰۹ 09 ०')).toBe('09 09 09 ०')
})
