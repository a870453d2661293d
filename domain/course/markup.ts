import { parseInline } from './inline'

/** The directives that lessons may use, by form. Any other, and any stray colon such as 10:30, is shown as it was typed. */
export const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  textDirective: ['cite', 'ref', 'def'],
  leafDirective: ['law', 'quiz'],
  containerDirective: ['note', 'case', 'care', 'flow', 'discuss'],
}

const HEADING_ID = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/

/** `The act {#act}` → its text and the id that links and sections use. */
export function splitHeading(text: string): { text: string; id: string | null } {
  return { text: text.replace(HEADING_ID, ''), id: HEADING_ID.exec(text)?.[1] ?? null }
}

/** The words of a one-line text without its markup: what a reader sees. */
export function plainText(source: string): string {
  return parseInline(source)
    .map(({ text }) => text)
    .join('')
}

/** Words as a reader counts them: « l’article » is one, a lone « ; » is none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
