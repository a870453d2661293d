import { z } from 'zod'
import { FIELD_LIMITS, SHORTEST_PASSWORD } from '../form/field-limits'
import type { FieldProblem } from '../form/field-problem'

// The words that attackers try first, in our users' languages, and sequences of neighbouring keys.
const COMMON = [
  'azertyuiop',
  'qwertyuiop',
  'qsdfghjklm',
  'asdfghjkl',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'motdepasse',
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'azerty',
  'qwerty',
  'bienvenue',
  'bonjour',
  'welcome',
  'letmein',
  'iloveyou',
  'administrateur',
  'admin',
  'casablanca',
  'marrakech',
  'morocco',
  'maroc',
  'rabat',
  'tribunal',
  'justice',
  'magistrat',
  'formation',
  'كلمةالمرور',
  'كلمةالسر',
  'المغرب',
] as const
const FEWEST_DIFFERENT = 5
// Shorter parts of a name occur in ordinary sentences.
const SHORTEST_PERSONAL = 4

export type Personal = { email: string; nameArabic: string; nameLatin: string }

/**
 * True for a password of nothing but common words, runs, years and a few marks, or of very few different characters.
 */
export function isEasyToGuess(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  if (new Set(lower).size < FEWEST_DIFFERENT) return true
  const unspaced = lower.replace(/\s/g, '')
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), withoutRuns(unspaced))
  const found = rest.length < unspaced.length
  return found && rest.replace(/[^\p{L}]/gu, '').length < 4
}

// Removes runs of four or more, up or down: 1234, 9876, abcd.
function withoutRuns(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const follows = (index: number, step: number) =>
    [1, 2, 3].every((n) => codes[index + n] === (codes[index] ?? 0) + n * step)
  const starts = codes.map((_, index) => follows(index, 1) || follows(index, -1))
  return [...text].filter((_, index) => !starts.slice(Math.max(0, index - 3), index + 1).includes(true)).join('')
}

/** True if the password contains the local part of the person's e-mail address or a word of her name. */
export function isPersonal(password: string, { email, nameArabic, nameLatin }: Personal): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  const words = [email.split('@')[0] ?? '', ...nameArabic.split(/[\s-]/), ...nameLatin.split(/[\s-]/)]
  return words.some((word) => word.length >= SHORTEST_PERSONAL && lower.includes(word.normalize('NFKC').toLowerCase()))
}

/** The problem of a new password, whoever chooses it; null if there is none. The length counts in characters. */
export function passwordProblem(password: string): FieldProblem | null {
  const length = [...password].length
  if (length === 0) return 'required'
  if (length < SHORTEST_PASSWORD) return 'password-short'
  if (length > FIELD_LIMITS.password) return 'too-long'
  return isEasyToGuess(password) ? 'password-common' : null
}

/** `isPersonal` checks separately, once the person is known, that the password does not contain her name. */
export const newPasswordSchema = z.string().superRefine((password, context) => {
  const problem = passwordProblem(password)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

/** A password typed to sign in. Only its length is limited, since the rules may have changed after it was chosen. */
export const givenPasswordSchema = z
  .string()
  .min(1, 'required')
  .refine((password) => [...password].length <= FIELD_LIMITS.password, 'too-long')
