import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canDial, readPhone, writePhone } from './phone'

it.each([
  ['0537 00 00 00', '0537000000'],
  ['+212 5 37 00 00 00', '0537000000'],
  ['+212 (0)5 37 00 00 00', '0537000000'],
  ['00212537000000', '0537000000'],
  ['05-37-00-00-00', '0537000000'],
  ['٠٦٠٠٠٠٠٠٠٠', '0600000000'],
  ['0800 00 47 47', '0800004747'],
])('reads %j as %s', (typed, number) => {
  expect(readPhone(typed)).toEqual({ number, short: false })
})

it.each(['15', '177', '2511', '٢٥١١'])('reads %j as a short number', (typed) => {
  expect(readPhone(typed)?.short).toBe(true)
})

it.each([
  '',
  '5',
  '053700000',
  '05370000000',
  '0137000000',
  '0937000000',
  '+33 1 23 45 67 89',
  '+212 1 37 00 00 00',
  '12345',
  '025',
  '0537 00 00 00 poste 3',
  '<b>0537000000</b>',
  'tel:0537000000',
  '05XX XX XX XX',
])('takes %j for no number of Morocco', (typed) => {
  expect(readPhone(typed)).toBeNull()
})

it('reads again what it writes', () => {
  const digits = fc.stringMatching(/^0[5-8]\d{8}$/)
  fc.assert(fc.property(digits, (number) => readPhone(writePhone(number))?.number === number))
  fc.assert(fc.property(digits, (number) => readPhone(`+212${number.slice(1)}`)?.number === number))
  expect(writePhone('0537123456')).toBe('0537 12 34 56')
  expect(writePhone('2511')).toBe('2511')
})

it('does not offer to dial an invented number', () => {
  expect(canDial('0537123456')).toBe(true)
  expect(canDial('2511')).toBe(true)
  expect(canDial('05XX XX XX XX')).toBe(false)
})
