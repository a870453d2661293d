import { z } from 'zod'
import type { FieldProblem } from './field-problem'

// Invisible marks that come with pasted text and mean nothing: zero-width marks, soft hyphen, byte-order mark.
const HARMLESS_INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
// Arabic presentation forms, which old PDFs contain instead of the letters themselves.
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g
// The rest of category C: control characters, null bytes, and the overrides and isolates that reorder a line.
const UNFIT = /\p{C}|\p{Zl}|\p{Zp}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u

/**
 * One line as it is stored: trimmed, NFC, runs of spaces as one. Unfit characters stay in it, so that they are refused.
 */
export function tidyLine(text: string): string {
  return text
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .replace(HARMLESS_INVISIBLE, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()
}

/** True for letters, digits, punctuation and signs; false for emoji and invisible characters. */
export function isPlain(line: string): boolean {
  return !UNFIT.test(line)
}

/** @param max in characters, not in UTF-16 units. */
export function lineSchema(
  max: number,
  fits: (line: string) => boolean = isPlain,
  misfit: FieldProblem = 'characters',
  tidy: (text: string) => string = tidyLine,
) {
  return z.string().transform((typed, context) => {
    const line = tidy(typed)
    const problem = problemOf(line, max, fits, misfit)
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return line
  })
}

function problemOf(
  line: string,
  max: number,
  fits: (line: string) => boolean,
  misfit: FieldProblem,
): FieldProblem | null {
  if (line === '') return 'required'
  if ([...line].length > max) return 'too-long'
  return fits(line) ? null : misfit
}
