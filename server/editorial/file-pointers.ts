import 'server-only'
import { parseDocument } from 'yaml'
import type { Finding } from '@/domain/course/checks/finding'
import { pointersIn } from '@/domain/editorial/proposal'
import { droppedReference } from './make-change'

/** The keys of YAML files under which ids stand. */
const ID_KEYS: Readonly<Record<string, string>> = { cites: 'cite', cite: 'cite', terms: 'def', provision: 'provision' }

/** The references of a file, such as `cite cp-448-1#2`, in order and with repetitions. Empty if it cannot be parsed. */
export function pointersOfFile(path: string, text: string): string[] {
  if (path.endsWith('.md')) return pointersIn(text, path.includes('/cases/') ? 'case' : 'lesson')
  const document = parseDocument(text)
  return document.errors.length > 0 ? [] : pointersUnder(document.toJS() as unknown, '')
}

function pointersUnder(value: unknown, key: string): string[] {
  if (typeof value === 'string') {
    const named = ID_KEYS[key]
    if (named !== undefined) return [`${named} ${value}`]
    // Every mark has braces: a string without them need not be parsed.
    return value.includes('{') ? pointersIn(value, 'sentence') : []
  }
  if (Array.isArray(value)) return value.flatMap((item) => pointersUnder(item, key))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, item]) => pointersUnder(item, name))
}

/** The references that a change removes from a file, each with the line on which it stood. */
export function droppedFromFile(path: string, before: string, after: string): Finding[] {
  const left = pointersOfFile(path, after)
  const dropped = pointersOfFile(path, before).filter((pointer) => {
    const place = left.indexOf(pointer)
    if (place !== -1) left.splice(place, 1)
    return place === -1
  })
  const lines = before.split('\n')
  const last = after.trimEnd().split('\n').length
  return dropped.map((pointer) => {
    const line = lineNaming(lines, pointer.slice(pointer.indexOf(' ') + 1))
    return droppedReference({ path, line: Math.min(line, last) }, pointer)
  })
}

/** The line (from 1) on which an id occurs as a whole word; 1 if there is none. */
function lineNaming(lines: readonly string[], id: string): number {
  const place = lines.findIndex((line) =>
    line.split(/[^a-z0-9.#/-]+/i).some((word) => word === id || word.split(',').includes(id)),
  )
  return place === -1 ? 1 : place + 1
}
