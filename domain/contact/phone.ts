import { westernDigits } from '../form/typed-code'

/** Fixed, mobile, and the free or shared-cost lines of Morocco, as they are dialled within the country. */
const NATIONAL = /^0[5-8]\d{8}$/
/** Two to four digits: an emergency line, or that of a service. */
const SHORT = /^[1-9]\d{1,3}$/

export type Phone = { number: string; short: boolean }

/**
 * The number as it is dialled within Morocco, from any of the ways in which it is written: `+212 5 37 …`, `00212537…`,
 * `0537-…`, with digits of any script. Null if it is none.
 */
export function readPhone(typed: string): Phone | null {
  const written = westernDigits(typed).replace(/[\s\u00A0\u202F./()-]/g, '')
  const number = written.replace(/^(?:\+|00)212(?:0(?=\d{9}$))?(?=\d)/, '0')
  if (NATIONAL.test(number)) return { number, short: false }
  return SHORT.test(written) ? { number: written, short: true } : null
}

/** `0537123456` → `0537 12 34 56`. A short number, and one that was made up for the demonstration, stay as they are. */
export function writePhone(number: string): string {
  return NATIONAL.test(number) ? number.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4') : number
}

/** Whether a link may dial it: a number that was made up for the demonstration cannot be dialled. */
export function canDial(number: string): boolean {
  return NATIONAL.test(number) || SHORT.test(number)
}
