import { error, type TextCheck } from './finding'
import { matchesIn } from './matches-in'

const ZEROS = [0x0660, 0x06f0]

/** Digits must be 0–9 in all three languages, as Moroccan courts write them. */
export const arabicIndicDigits: TextCheck = (texts) =>
  texts
    .flatMap((run) => matchesIn(run, /[\u0660-\u0669\u06F0-\u06F9]+/g))
    .map((match) =>
      error(match, `“${match.text}” has Arabic-Indic digits: write ${western(match.text)}`, {
        words: match.text,
        instead: western(match.text),
      }),
    )

function western(digits: string): string {
  return [...digits]
    .map((digit) => ZEROS.map((zero) => digit.charCodeAt(0) - zero).find((n) => n >= 0 && n < 10))
    .join('')
}
