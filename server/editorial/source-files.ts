import 'server-only'
import { isMap, isSeq, parseDocument } from 'yaml'
import { sourcesOf } from '@/domain/editorial/source-blocks'
import { QUESTION_PREFIX } from '@/domain/editorial/text-block'
import type { Locale } from '@/domain/locale'
import type { TextKey } from '@/domain/signoff/text-key'
import { type FilesInMemory, listFiles, listFolders, type Root, readText } from '../content/disk'
import { splitFrontMatter } from '../content/read-prose'
import { pathFault } from './export/proposed-path'

/** Where a field of a block is written: a block of Markdown, or a text of a YAML file. */
export type SourcePlace =
  | { path: string; as: 'lesson' | 'case'; block: number }
  | { path: string; as: 'sentence'; keys: readonly (string | number)[] }

type Asked = { key: TextKey; block: string; field: string; language: Locale }

/** The files in which a text is written, with those of its course that its checks need. */
export function sourceFiles(root: Root, key: TextKey): FilesInMemory {
  const paths = [...pathsOf(root, key), ...frameOf(key)]
  return new Map(
    paths.flatMap((path) => {
      const text = readText(root, path)
      return text === null ? [] : [[path, text] as const]
    }),
  )
}

/** The files of a text that a proposal may change: not its ledger, and not pictures. */
export function ownFiles(root: Root, key: TextKey): FilesInMemory {
  const own = new Set(pathsOf(root, key))
  return new Map([...sourceFiles(root, key)].filter(([path]) => own.has(path) && pathFault(path, key) === null))
}

function frameOf({ kind, id }: TextKey): string[] {
  const course = id.split('/')[0] ?? ''
  return kind === 'lesson' || kind === 'bank' || kind === 'case'
    ? ['course.yaml', 'exam.yaml'].map((name) => `courses/${course}/${name}`)
    : []
}

const LISTS = {
  term: 'library/glossary.yaml',
  referral: 'library/referral/entries.yaml',
} as const

function pathsOf(root: Root, { kind, id }: TextKey): string[] {
  const [course = '', name = ''] = id.split('/')
  const written = (folder: string) => listFiles(root, folder).filter((path) => !path.endsWith('signoff.yaml'))
  switch (kind) {
    case 'lesson':
      return written(`courses/${course}/${name}`)
    case 'bank':
      return written(`courses/${course}/bank`)
    case 'case':
      return written(`courses/${course}/cases/${name}`)
    case 'law':
      return listFolders(root, 'library/law').map((folder) => `library/law/${folder}/${id}.yaml`)
    case 'decision':
      return [`library/cases/${id}.yaml`]
    case 'indicator':
      return [`library/indicators/${id}.yaml`]
    case 'brief':
      return [`library/briefs/${id}.yaml`]
    case 'model':
      return [`library/models/${id}.yaml`]
    case 'checklist':
      return ['library/checklists.yaml', 'library/procedure-checklists.yaml']
    case 'pathway':
      return [`library/referral/${course}.yaml`]
    default:
      return [LISTS[kind]]
  }
}

/** Where a field of a block is written; null if no file of the text has it. */
export function placeOf(files: FilesInMemory, asked: Asked): SourcePlace | null {
  const { key, block, field, language } = asked
  const end = [...field.split('.').filter((part) => part !== ''), language].map(asKey)
  const folder = key.kind === 'case' ? key.id.replace('/', '/cases/') : key.id
  const passage = /^b(\d+)$/.exec(block)?.[1]
  if (passage !== undefined && (key.kind === 'lesson' || key.kind === 'case')) {
    return { path: `courses/${folder}/${language}.md`, as: key.kind, block: Number(passage) }
  }
  if (block.startsWith(QUESTION_PREFIX)) return itemOf(files, 'id', block.slice(QUESTION_PREFIX.length), end)
  if (key.kind === 'lesson') return { path: `courses/${folder}/lesson.yaml`, as: 'sentence', keys: end }
  if (key.kind === 'case') return { path: `courses/${folder}/case.yaml`, as: 'sentence', keys: end }
  const name = nameOfEntry(key)
  // A checklist is named by the provision that it belongs to, or by its own id.
  const byProvision = key.kind === 'checklist' ? itemOf(files, 'provision', name, end) : null
  return byProvision ?? itemOf(files, 'id', name, end)
}

/** The name of an entry in its file. That of a pathway's entry follows the name of its list in its key. */
export function nameOfEntry({ kind, id }: TextKey): string {
  return kind === 'pathway' ? (id.split('/')[1] ?? '') : id
}

/** A part of a key that is a number is an index into a list. */
function asKey(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part
}

/** Finds the entry whose field `by` is `name`. A file is one entry or a list of entries. */
function itemOf(files: FilesInMemory, by: string, name: string, end: readonly (string | number)[]): SourcePlace | null {
  for (const [path, text] of files) {
    if (!path.endsWith('.yaml')) continue
    const root: unknown = parseDocument(text).contents
    if (isMap(root) && root.get(by) === name) return { path, as: 'sentence', keys: end }
    const place = isSeq(root) ? root.items.findIndex((item) => isMap(item) && item.get(by) === name) : -1
    if (place !== -1) return { path, as: 'sentence', keys: [place, ...end] }
  }
  return null
}

/** The source text at a place of a file; undefined if the file has no such place. */
export function sourceAt(file: string, place: SourcePlace): string | undefined {
  if (place.as === 'sentence') {
    const value: unknown = parseDocument(file).getIn(place.keys)
    return typeof value === 'string' ? value : undefined
  }
  return sourcesOf(splitFrontMatter(file).body, place.as)[place.block]
}
