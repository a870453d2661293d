import { stripTyped, westernDigits } from '../form/typed-code'

/** Of an application's code: what every application shows. */
export const APP_DIGITS = 6
/** 10^24 is about 2^79.7. Digits only: they are typed on any keyboard, also an Arabic one. */
export const RECOVERY_DIGITS = 24
export const RECOVERY_CODES = 10
const GROUP = 4

export type SecondFactorCode = { kind: 'app' | 'recovery'; digits: string }
/** `empty` and `malformed` have a sentence in i18n/messages/*.json under `secondFactor.problems`. */
export type CodeReading = ({ status: 'well-formed' } & SecondFactorCode) | { status: 'empty' | 'malformed' }

/** Reads a typed code: Arabic-Indic digits, spaces, dashes and marks that cannot be seen do not matter. */
export function readSecondFactorCode(typed: string): CodeReading {
  const digits = westernDigits(stripTyped(typed))
  if (digits === '') return { status: 'empty' }
  if (!/^[0-9]+$/.test(digits)) return { status: 'malformed' }
  if (digits.length === APP_DIGITS) return { status: 'well-formed', kind: 'app', digits }
  if (digits.length === RECOVERY_DIGITS) return { status: 'well-formed', kind: 'recovery', digits }
  return { status: 'malformed' }
}

/** @param random uniform in [0, 1). */
export function makeRecoveryCode(random: () => number): string {
  return Array.from({ length: RECOVERY_DIGITS }, () => Math.floor(random() * 10)).join('')
}

/** `1234 5678 …`, as it is printed and read aloud. Also for the secret that is typed into an application. */
export function inGroups(text: string): string {
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')
}
