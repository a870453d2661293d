import { countKnownHeaders } from './columns'
import { HEADER_WITHIN } from './find-header'

const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** In characters; no header is longer. So a file without line ends is not searched to its end. */
const LOOKED_AT = 32_768

/**
 * The delimiter of a list: of the three in use, the one that gives the most known headers in one of the first lines. If
 * none gives any, the one that is most frequent in the first line.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = text.slice(0, LOOKED_AT).split(/\r\n?|\n/)
  const first = lines.filter((line) => line.trim() !== '').slice(0, HEADER_WITHIN)
  const cellsOf = (line: string, delimiter: string) =>
    line.replace(/"[^"]*"/g, (quoted) => quoted.slice(1, -1).replaceAll(delimiter, ' ')).split(delimiter)
  const headers = (delimiter: string) =>
    Math.max(0, ...first.map((line) => countKnownHeaders(cellsOf(line, delimiter))))
  const cells = (delimiter: string) => cellsOf(first[0] ?? '', delimiter).length
  return DELIMITERS.toSorted((a, b) => headers(b) - headers(a) || cells(b) - cells(a))[0] ?? ';'
}
