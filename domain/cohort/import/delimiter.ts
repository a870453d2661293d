import { countHeaders } from './columns'
import { HEADER_WITHIN } from './find-header'

const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** No header is longer: a file without line ends is not looked through to its end. */
const LOOKED_AT = 32_768

/**
 * What separates the cells of a list: of the three that are used, the one that makes most headers that we know of one of the
 * first lines; where none makes any, the one that the first line has most of.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = text.slice(0, LOOKED_AT).split(/\r\n?|\n/)
  const first = lines.filter((line) => line.trim() !== '').slice(0, HEADER_WITHIN)
  const cellsOf = (line: string, delimiter: string) =>
    line.replace(/"[^"]*"/g, (quoted) => quoted.slice(1, -1).replaceAll(delimiter, ' ')).split(delimiter)
  const headers = (delimiter: string) => Math.max(0, ...first.map((line) => countHeaders(cellsOf(line, delimiter))))
  const cells = (delimiter: string) => cellsOf(first[0] ?? '', delimiter).length
  return DELIMITERS.toSorted((a, b) => headers(b) - headers(a) || cells(b) - cells(a))[0] ?? ';'
}
