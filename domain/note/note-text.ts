import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'

/** So many passages can one person keep: more than a course has, and few enough to be listed and searched at once. */
export const MOST_NOTES = 1000

/** Control characters, of which the line end and the tab are text, and half characters. */
const UNFIT = /(?![\n\t])\p{Cc}|\p{Cs}/gu

/** A note as it is stored: with one kind of line end, NFC, and without what no page can show. */
export function tidyNote(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').replace(UNFIT, '').normalize('NFC').trim()
}

/** A note is plain text in several lines: HTML in it is text too. */
const textSchema = z.string().transform((typed, context) => {
  const text = tidyNote(typed)
  const problem = text === '' ? 'required' : [...text].length > FIELD_LIMITS.noteText ? 'too-long' : null
  if (problem) context.addIssue({ code: 'custom', message: problem })
  return text
})

/** The form of a note. */
export const noteSchema = z.object({ noteText: textSchema })
