import { parseInline } from './inline'

/** The words of a one-line text without its markup, as a reader sees them. */
export function plainText(source: string): string {
  return parseInline(source)
    .map(({ text }) => text)
    .join('')
}

/** Words as a reader counts them: « l’article » is one, a lone « ; » is none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
