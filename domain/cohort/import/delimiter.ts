const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** What separates the cells of a list: of the three that are used, the one that its first line has most of. */
export function delimiterOf(text: string): Delimiter {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const unquoted = first.replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => unquoted.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}
