import 'server-only'
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import { error, type Finding } from '@/domain/course/checks/finding'
import { groupBy } from '@/domain/group-by'

/** An entry of a list: its name, its value as JSON, and its line (from 1). */
type Entry = { name: string; value: string; line: number }

/**
 * The entries of a file of the library that a change adds, alters or removes, except the one that is `own`. Each entry
 * is signed by itself, and nobody signs what she proposed: a change must be a proposal of the entry that it changes.
 */
export function changesOfOthers(path: string, own: string, before: string, after: string): Finding[] {
  const [old, now] = [entriesIn(before), entriesIn(after)]
  if (!old || !now) return []
  const [was, is] = [byName(old), byName(now)]
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => name !== own)
  return names
    .filter((name) => valuesOf(was.get(name)) !== valuesOf(is.get(name)))
    .map((name) => {
      // Where a removed entry stood, there may be no line any more.
      const line =
        is.get(name)?.[0]?.line ?? Math.min(was.get(name)?.[0]?.line ?? 1, after.trimEnd().split('\n').length)
      const message = `“${name}” is another entry, which is signed by itself: open its page, and propose its change there`
      return { ...error({ path, line }, message), check: 'other-entry' }
    })
}

const byName = (entries: readonly Entry[]) => groupBy(entries, ({ name }) => name)
const valuesOf = (entries: readonly Entry[] = []) => entries.map(({ value }) => value).join('\n')

/** Null if the file is no list, or cannot be parsed: the checks then report that. */
function entriesIn(file: string): Entry[] | null {
  const lines = new LineCounter()
  const document = parseDocument(file, { lineCounter: lines })
  if (document.errors.length > 0 || !isSeq(document.contents)) return null
  return document.contents.items.map((item) => ({
    name: isMap(item) ? String(item.get('provision') ?? item.get('id') ?? '') : '',
    value: isNode(item) ? JSON.stringify(item.toJS(document)) : '',
    line: isNode(item) ? lines.linePos(item.range?.[0] ?? 0).line : 1,
  }))
}
