import { z } from 'zod'

/** Control characters except the line end and the tab, and half surrogate pairs. */
const UNFIT = /(?![\n\t])\p{Cc}|\p{Cs}/gu

/** The lines of a file as they are typed, with one kind of line end and without characters that no page can show. */
export function fileLines(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').replace(UNFIT, '')
}

/** A text in several lines as it is stored: one kind of line end, NFC, and no characters that no page can show. */
export function tidyLines(typed: string): string {
  return fileLines(typed).normalize('NFC').trim()
}

/** A text in several lines; HTML in it is text too. @param max in characters, not in UTF-16 units. */
export function linesSchema(max: number) {
  return z.string().transform((typed, context) => {
    const text = tidyLines(typed)
    const problem = text === '' ? 'required' : [...text].length > max ? 'too-long' : null
    if (problem) context.addIssue({ code: 'custom', message: problem })
    return text
  })
}
