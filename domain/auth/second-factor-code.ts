import { stripTyped, westernDigits } from '../form/typed-code'
import { type PasskeyAnswer, readPasskeyAnswer } from './passkey'

/** The length of an authenticator's code, the same in every authenticator app. */
export const APP_DIGITS = 6
/** 10^24 is about 2^79.7. Only digits, because every keyboard has them, the Arabic ones too. */
export const RECOVERY_DIGITS = 24
export const RECOVERY_CODES = 10
const GROUP = 4

type TypedCode = { kind: 'app' | 'recovery'; digits: string }
/** The proof of identity besides the password: a typed code, or the answer of a passkey. */
export type SecondFactorCode = TypedCode | { kind: 'passkey'; answer: PasskeyAnswer }
type Unread = { status: 'empty' | 'malformed' }
export type CodeReading = { status: 'well-formed'; code: SecondFactorCode } | Unread | { status: 'passkey-malformed' }

/** What is wrong with a proof. Each has a sentence in i18n/messages/*.json under `secondFactor.problems`. */
export type CodeProblem = 'empty' | 'malformed' | 'wrong' | `passkey-${'malformed' | 'wrong' | 'expired'}`

export function problemOf(refused: 'wrong' | 'expired', { kind }: Pick<SecondFactorCode, 'kind'>): CodeProblem {
  return kind === 'passkey' ? `passkey-${refused}` : 'wrong'
}

/** Reads the proof of a form: the answer of a passkey if its script sent one, otherwise the typed code. */
export function readProof({ code, passkey }: { code: string; passkey: string }): CodeReading {
  if (passkey === '') return readSecondFactorCode(code)
  const answer = readPasskeyAnswer(passkey)
  return answer ? { status: 'well-formed', code: { kind: 'passkey', answer } } : { status: 'passkey-malformed' }
}

/** Reads a typed code. It accepts Arabic-Indic digits and ignores spaces, dashes and invisible marks. */
export function readSecondFactorCode(typed: string): { status: 'well-formed'; code: TypedCode } | Unread {
  const digits = westernDigits(stripTyped(typed))
  if (digits === '') return { status: 'empty' }
  if (!/^[0-9]+$/.test(digits)) return { status: 'malformed' }
  if (digits.length === APP_DIGITS) return { status: 'well-formed', code: { kind: 'app', digits } }
  if (digits.length === RECOVERY_DIGITS) return { status: 'well-formed', code: { kind: 'recovery', digits } }
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
