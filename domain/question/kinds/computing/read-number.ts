import { type Unit, unitNamed } from './unit'

/** Why the typed text cannot be read as one number. Each has a message under `practice.number`. */
export const NUMBER_FAULTS = ['ambiguous', 'not-a-number', 'other-unit'] as const
export type NumberFault = (typeof NUMBER_FAULTS)[number]
/** `value`: digits with a decimal point, without superfluous zeros. */
type ReadNumber = { status: 'read'; value: string } | { status: NumberFault }

const ZERO_ARABIC = 0x660
const ZERO_PERSIAN = 0x6f0
/** More digits are treated as a typing error. */
const MOST_DIGITS = 12
/** Invisible characters, such as direction marks, that a keyboard may add. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * Reads a number as it is typed in Morocco: Western or Arabic-Indic digits, thousands separated by a space, an
 * apostrophe or a point, the fraction after a comma or a point, with or without its unit. One point before three digits
 * separates thousands, as the Official Gazette prints them (`10.000`). One comma before three digits is ambiguous and
 * refused.
 */
export function readNumber(typed: string, unit: Unit): ReadNumber {
  const [, before = '', number = '', after = ''] = SHAPE.exec(inWesternDigits(typed)) ?? []
  if (number === '') return { status: 'not-a-number' }
  const words = [before, after].map((word) => word.replace(/\.$/, '')).filter((word) => word !== '')
  const named = words.map(unitNamed)
  if (named.includes(null) || words.length > 1) return { status: 'not-a-number' }
  if (named.some((name) => name !== unit)) return { status: 'other-unit' }
  return readDigits(number)
}

const SHAPE = /^([\p{L}\p{M}]*\.?) ?(\d(?:[\d .,'٫٬]*\d)?) ?([\p{L}\p{M}]*\.?)$/u

function inWesternDigits(typed: string): string {
  return typed
    .replace(UNSEEN, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ZERO_ARABIC))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - ZERO_PERSIAN))
    .replace(/،/g, ',')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/gu, ' ')
    .trim()
}

function readDigits(number: string): ReadNumber {
  const parts = number.split(/[ .,'٫٬]/)
  const marks = number.replace(/\d/g, '')
  if (parts.includes('') || parts.join('').length > MOST_DIGITS) return { status: 'not-a-number' }
  const last = marks.at(-1)
  const others = [...marks.slice(0, -1)]
  if (last === undefined) return read(number, '')
  const [whole, fraction] = [parts.slice(0, -1), parts.at(-1) ?? '']
  const mayBeThousands = areThousands(parts)
  if (others.includes(last) || SETS_APART.test(last)) {
    const alike = others.every((mark) => mark === last)
    return alike && mayBeThousands ? read(parts.join(''), '') : { status: 'not-a-number' }
  }
  const isSound = whole.length === 1 || (areThousands(whole) && new Set(others).size === 1 && !others.includes('٫'))
  if (!isSound) return { status: 'not-a-number' }
  if (!mayBeThousands || last === '٫' || others.some((mark) => mark === '.' || mark === ',')) {
    return read(whole.join(''), fraction)
  }
  return last === '.' && others.length === 0 ? read(parts.join(''), '') : { status: 'ambiguous' }
}

/** These marks separate thousands and never begin a fraction. */
const SETS_APART = /[ '٬]/

/** Whether the parts are groups of thousands: `10` and `000`, but not `10` and `00`, or `0` and `500`. */
function areThousands([first = '', ...rest]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => part.length === 3)
}

function read(whole: string, fraction: string): ReadNumber {
  const units = whole.replace(/^0+(?=\d)/, '')
  const rest = fraction.replace(/0+$/, '')
  return { status: 'read', value: rest === '' ? units : `${units}.${rest}` }
}
