import { z } from 'zod'

/** Control characters, of which the line end and the tab are text, and half characters. */
const UNFIT = /(?![\n\t])\p{Cc}|\p{Cs}/gu

/** The lines of a file as they are typed, with one kind of line end and without what no page can show. */
export function fileLines(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').replace(UNFIT, '')
}

/** A text in several lines as it is stored: with one kind of line end, NFC, and without what no page can show. */
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
