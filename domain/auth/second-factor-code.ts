import { stripTyped, westernDigits } from '../form/typed-code'

/** The length of an authenticator's code, the same in every authenticator app. */
export const APP_DIGITS = 6
/** 10^24 is about 2^79.7. Only digits, because every keyboard has them, the Arabic ones too. */
export const RECOVERY_DIGITS = 24
export const RECOVERY_CODES = 10
const GROUP = 4

export type SecondFactorCode = { kind: 'app' | 'recovery'; digits: string }
/** `empty` and `malformed` have a sentence in i18n/messages/*.json under `secondFactor.problems`. */
export type CodeReading = ({ status: 'well-formed' } & SecondFactorCode) | { status: 'empty' | 'malformed' }

/** Reads a typed code. It accepts Arabic-Indic digits and ignores spaces, dashes and invisible marks. */
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

/** `1234 5678 …`, as it is printed and read aloud. Also used for the secret that is typed into an authenticator. */
export function inGroups(text: string): string {
  return (text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ')
}
