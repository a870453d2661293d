import 'server-only'
import { isScalar, isSeq, parseDocument, type Scalar } from 'yaml'

/**
 * The file of a course with one more lesson in its outline, after the lesson `after`, or first if that is empty. Null
 * if the outline lacks that lesson or cannot be edited. All else stays as it was typed.
 */
export function withOutlineEntry(file: string, id: string, after: string): string | null {
  const outline: unknown = parseDocument(file).get('outline', true)
  if (!isSeq(outline)) return null
  const items = outline.items.filter((item): item is Scalar<string> => isScalar(item) && typeof item.value === 'string')
  const place = after === '' ? 0 : items.findIndex(({ value }) => value === after)
  const item = items[place]
  if (!item?.range || items.length !== outline.items.length) return null
  const [start, end] = item.range
  const put = (at: number, text: string) => file.slice(0, at) + text + file.slice(at)
  const lineStart = file.lastIndexOf('\n', start - 1) + 1
  const before = file.slice(lineStart, start)
  if (outline.flow) {
    // The entries are either each on a line of its own or all on one line.
    const gap = before.trim() === '' ? `\n${before}` : ' '
    return after === '' ? put(start, `${id},${gap}`) : put(end, `,${gap}${id}`)
  }
  if (before.trim() !== '-') return null
  const lineEnd = file.indexOf('\n', end)
  return after === ''
    ? put(lineStart, `${before}${id}\n`)
    : put(lineEnd === -1 ? file.length : lineEnd, `\n${before}${id}`)
}
