/** How each kind of markup ends. A tag ends at the first bracket outside quotes. */
const ENDS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const
const END_OR_QUOTE = /[>"']/g

/**
 * Whether any piece (a tag, a comment, a CDATA section, or the text between two tags) is longer than `most` characters.
 * A streaming parser restarts at a piece whose end it has not received: a cell of fifteen megabytes takes minutes.
 */
export function hasPieceOver(xml: string, most: number): boolean {
  let end = 0
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', end)) {
    // Measure from bracket to bracket too, ignoring quotes, because some parsers ignore them.
    const next = xml.indexOf('<', start + 1)
    if (start - end > most || (next === -1 ? xml.length : next) - start > most) return true
    end = endOf(xml, start, start + most)
    if (end - start > most) return true
  }
  return xml.length - end > most
}

/** The end of the markup that begins at `start`. The search stops at `limit`. */
function endOf(xml: string, start: number, limit: number): number {
  const marked = ENDS.find(([begin]) => xml.startsWith(begin, start))
  if (marked) return orBeyond(xml.indexOf(marked[1], start + marked[0].length), marked[1].length)
  let at = start + 1
  while (at <= limit) {
    END_OR_QUOTE.lastIndex = at
    const found = END_OR_QUOTE.exec(xml)
    if (!found) return Number.POSITIVE_INFINITY
    if (found[0] === '>') return found.index + 1
    at = orBeyond(xml.indexOf(found[0], found.index + 1), 1)
  }
  return at

  function orBeyond(index: number, length: number): number {
    return index === -1 ? Number.POSITIVE_INFINITY : index + length
  }
}
