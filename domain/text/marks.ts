/** The blocks that are drawn from their lists. */
export const DRAWINGS = ['test', 'tree', 'time', 'lanes', 'tracks', 'ring'] as const
export type DrawingKind = (typeof DRAWINGS)[number]

/** The directives that lessons may use, by form. Any other, and any stray colon as in 10:30, is shown as typed. */
export const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  textDirective: ['cite', 'ref', 'def'],
  leafDirective: ['law', 'quiz'],
  containerDirective: ['note', 'case', 'care', 'flow', 'discuss', 'answer', 'video', ...DRAWINGS],
}

/** The directives that the documents of an invented file may use. */
export const CASE_DIRECTIVES: typeof DIRECTIVES = {
  textDirective: ['cite', 'ref', 'fact'],
  leafDirective: [],
  containerDirective: ['document'],
}

const HEADING_ID = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/

/** `The act {#act}` → its text and the id that links and sections use. */
export function splitHeading(text: string): { text: string; id: string | null } {
  return { text: text.replace(HEADING_ID, ''), id: HEADING_ID.exec(text)?.[1] ?? null }
}

/** The ids of an attribute that may name several: `cp-448-1#1, cp-448-2`. */
export function idsIn(attribute: string | null | undefined): string[] {
  return (attribute ?? '').split(',').flatMap((id) => id.trim() || [])
}
