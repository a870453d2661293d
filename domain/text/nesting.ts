/** A text whose quotes and lists are nested more deeply than any text that people write. */
export class NestedTooDeeply extends Error {
  override readonly name = 'NestedTooDeeply'
}

/** Far more than any text needs. A parser takes time that grows with the square of the depth, and then fails. */
const DEEPEST = 50
/** The marks of quotes and list items at the start of a line. Each alternative begins with another character. */
const MARKS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm
const MARK = />|[-+*]|\d+/g

/** How deeply the quotes and lists of a Markdown text are nested, by the marks at the start of its lines. */
export function deepestLine(source: string): number {
  return source.match(MARKS)?.reduce((deepest, marks) => Math.max(deepest, marks.match(MARK)?.length ?? 0), 0) ?? 0
}

/** @returns the source. @throws {NestedTooDeeply} */
export function requireShallow(source: string): string {
  const depth = deepestLine(source)
  if (depth > DEEPEST) throw new NestedTooDeeply(`quotes or lists are nested ${depth} deep`)
  return source
}
