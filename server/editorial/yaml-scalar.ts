import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { isScalar, LineCounter, parseDocument, Scalar } from 'yaml'

/** The line width of the files of courses. */
const WIDTH = 120

type Keys = readonly (string | number)[]

/** The line (from 1) of a value; 1 if there is none. */
export function lineOfScalar(file: string, keys: Keys): number {
  const counter = new LineCounter()
  const node = parseDocument(file, { lineCounter: counter }).getIn(keys, true)
  return isScalar(node) ? counter.linePos(node.range?.[0] ?? 0).line : 1
}

/**
 * A YAML file with one text replaced; null if there is no text at `keys`. All else stays as it was typed, comments and
 * line ends too. The new text has the YAML style of the old one if it can be written so, else double quotes.
 */
export function withScalar(file: string, keys: Keys, text: string): string | null {
  const document = parseDocument(file)
  const node = document.getIn(keys, true)
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null
  const [start, end] = node.range
  document.setIn(keys, text)
  const wanted: unknown = document.toJS()
  const ending = /\n*$/.exec(file.slice(start, end))?.[0] ?? ''
  const written = candidates(node, text, file.slice(start, end)).map(
    (source) => file.slice(0, start) + source + ending + file.slice(end),
  )
  return written.find((candidate) => isDeepStrictEqual(read(candidate), wanted)) ?? null
}

function read(file: string): unknown {
  const document = parseDocument(file)
  return document.errors.length > 0 ? undefined : document.toJS()
}

/** The ways to write a text, the style of the old one first. */
function candidates({ type }: Scalar, text: string, old: string): string[] {
  const quoted = JSON.stringify(text)
  if (type === Scalar.BLOCK_FOLDED) return [folded(text, old), quoted]
  return type === Scalar.PLAIN ? [text, quoted] : [quoted]
}

function folded(text: string, old: string): string {
  const indent = /\n( +)\S/.exec(old)?.[1] ?? '  '
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return `>-\n${lines.map((line) => indent + line).join('\n')}`
}
