import 'server-only'
import { SaxesParser } from 'saxes'
import type { FileProblem } from '@/domain/file/material-file'

/** No part of a deck that a program wrote is nested more deeply. */
const DEEPEST = 256

/**
 * Reads one XML part from its start to its end, without keeping it: why it is refused, or null. A part that is nested
 * too deeply, or whose tags are not closed, would stop the program that builds its tree.
 *
 * @param strict false: the part need not be well-formed.
 */
export function xmlShapeProblem(text: string, { strict }: { strict: boolean }): FileProblem | null {
  const parser = new SaxesParser()
  if (!strict) parser.on('error', () => {})
  let depth = 0
  let deepest = 0
  parser.on('opentag', () => {
    depth += 1
    deepest = Math.max(deepest, depth)
    if (depth > DEEPEST) throw new Error('nested too deeply')
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  try {
    parser.write(text).close()
    return null
  } catch {
    return deepest > DEEPEST ? 'unpacked' : 'broken'
  }
}
