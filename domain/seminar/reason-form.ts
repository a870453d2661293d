import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { tidyLines } from '../form/plain-lines'
import { LOCALES } from '../locale'
import { isGiven, type Texts } from '../text/texts'
import { IN_LANGUAGE } from './seminar-form'

const NAMES = LOCALES.map((locale) => `reason${IN_LANGUAGE[locale]}`)

/** Why a seminar is cancelled, in some of the languages. Null: in none. A reason that is too long is cut. */
export function readReason(form: FormData): { reason: Texts | null; typed: Record<string, string> } {
  const typed = textFields(form, NAMES)
  const reason: Texts = {}
  for (const locale of LOCALES) {
    const text = [...tidyLines(typed[`reason${IN_LANGUAGE[locale]}`] ?? '')].slice(0, FIELD_LIMITS.reason).join('')
    if (text !== '') reason[locale] = text
  }
  return { reason: isGiven(reason) ? reason : null, typed }
}
