import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'

/** The kinds of errors to report. Each has its label in i18n/messages/*.json under `errorReport.kinds`. */
export const ERROR_KINDS = ['law', 'fact', 'wording', 'question', 'display', 'other'] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** The outcomes of a report. `will-check` promises an answer: the report stays open. */
export const ERROR_OUTCOMES = ['corrected', 'no-error', 'will-check'] as const
export type ErrorOutcome = (typeof ERROR_OUTCOMES)[number]

/** Whether a report waits for an answer or has one. */
export const REPORT_STATES = ['open', 'answered'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export function isAnswered(outcome: ErrorOutcome | null): boolean {
  return outcome !== null && outcome !== 'will-check'
}

/**
 * The form of a report. `draft` is an id drawn with the form, so that a form that is sent twice is one report.
 * `block`: the passage that was chosen on the form of a whole lesson.
 */
export const errorReportSchema = z.object({
  draft: z.uuid(),
  block: z.string().regex(/^\d{0,4}$/),
  errorKind: z.enum(ERROR_KINDS, 'choose'),
  errorText: lineSchema(FIELD_LIMITS.errorText),
})
export type ErrorReportFields = z.infer<typeof errorReportSchema>

/** A text may be typed on several lines; it is stored as one. */
export function readErrorReport(form: FormData) {
  const typed = textFields(form, ['draft', 'block', 'errorKind', 'errorText'])
  return { ...typed, errorText: oneLine(typed.errorText) }
}

/** The answer of the staff. `seen`: the outcome that the page showed; `same`: other reports that get the same answer. */
export const errorAnswerSchema = z.object({
  outcome: z.enum(ERROR_OUTCOMES, 'choose'),
  errorAnswer: lineSchema(FIELD_LIMITS.errorAnswer),
  seen: z.enum(['', ...ERROR_OUTCOMES]).transform((seen) => seen || null),
  same: z.array(z.uuid()).max(100),
})
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>

export function readErrorAnswer(form: FormData) {
  const typed = textFields(form, ['outcome', 'errorAnswer', 'seen'])
  const same = form.getAll('same').filter((id) => typeof id === 'string')
  return { ...typed, errorAnswer: oneLine(typed.errorAnswer), same }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
