import { z } from 'zod'
import { textFields } from '../../form/form-fields'
import { lineSchema } from '../../form/plain-line'
import { LOCALES } from '../../locale'

/** What can be exported. Each has its label in i18n/messages/*.json under `cohorts.export.contents`. */
export const EXPORTS = ['progress', 'lessons', 'certificates'] as const
/** The formats of a list of people. Certificates are always a ZIP of PDF files. */
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const

/** In characters. */
export const SHORTEST_REASON = 10
export const LONGEST_REASON = 300

export const exportSchema = z.object({
  content: z.enum(EXPORTS, 'choose'),
  format: z.enum(EXPORT_FORMATS, 'choose'),
  locale: z.enum(LOCALES, 'choose'),
  reason: lineSchema(LONGEST_REASON).refine((line) => [...line].length >= SHORTEST_REASON, 'required'),
})
export type ExportOrder = z.infer<typeof exportSchema>

export const EXPORT_FIELDS = ['content', 'format', 'locale', 'reason'] as const

/** A reason may be typed on several lines; it is stored as one. */
export function readExport(form: FormData) {
  const typed = textFields(form, EXPORT_FIELDS)
  return { ...typed, reason: typed.reason.replace(/[\r\n]+/g, ' ') }
}
