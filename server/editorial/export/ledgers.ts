import 'server-only'
import { signedBy } from '@/domain/editorial/signed-by'
import type { Locale } from '@/domain/locale'
import type { Signoff } from '@/domain/signoff/signoff'
import { isCourseKind, nameOfText, type TextKey, type TextKind } from '@/domain/signoff/text-key'
import { dayOf } from '@/domain/time/day'
import { type Root, readText } from '../../content/disk'
import { readCourse } from '../../content/read-course'
import { readLibraryFiles } from '../../content/read-library'
import type { StoredSignature } from '../../db/editorial/editorial-export'
import { type LedgerLine, withLines } from './ledger-text'
import type { WrittenFile } from './work-tree'

/** The ledger of a text, and the hash of its present wording in each language. */
type Ledger = { path: string; hashes: Partial<Record<Locale, string>> }
export type LedgerChange = {
  /** Null if the ledger needs no change. */
  file: WrittenFile | null
  path: string
  written: readonly StoredSignature[]
  out: readonly StoredSignature[]
}
/** `changed`: the wording in the files is not the signed one. `missing`: the files have no such text. */
export type Unwritten = { signature: StoredSignature; why: 'changed' | 'missing' }

/** Plans what to write: one change per ledger, and the signatures that cannot be written yet, with the reason. */
export function planLedgers(
  root: Root,
  unwritten: readonly StoredSignature[],
  withdrawn: readonly StoredSignature[],
): { changes: LedgerChange[]; waiting: Unwritten[] } {
  const ledgerOf = ledgersOf(root)
  const waiting: Unwritten[] = []
  const byPath = new Map<string, { written: StoredSignature[]; out: StoredSignature[] }>()
  const at = (path: string) => {
    const known = byPath.get(path) ?? { written: [], out: [] }
    byPath.set(path, known)
    return known
  }
  for (const signature of unwritten) {
    const ledger = ledgerOf(keyOf(signature))
    if (ledger && ledger.hashes[signature.language as Locale] === signature.hash)
      at(ledger.path).written.push(signature)
    else waiting.push({ signature, why: ledger ? 'changed' : 'missing' })
  }
  for (const signature of withdrawn) {
    // If the text no longer exists, no ledger lists the signature: an empty path changes no file.
    at(ledgerOf(keyOf(signature))?.path ?? '').out.push(signature)
  }
  const changes = [...byPath].map(([path, { written, out }]) => {
    const before = path === '' ? '' : (readText(root, path) ?? '')
    const after = path === '' ? '' : withLines(before, out.map(lineOf), written.map(lineOf))
    return { path, written, out, file: after === before ? null : { path, text: after } }
  })
  return { changes, waiting }
}

/** Finds the ledger of a text. Each course, and the library, is read at most once. */
function ledgersOf(root: Root): (key: TextKey) => Ledger | null {
  const read = new Map<string, ReadonlyMap<string, Ledger>>()
  return (key) => {
    const part = isCourseKind(key.kind) ? (key.id.split('/')[0] ?? '') : ''
    const ledgers = read.get(part) ?? (part === '' ? inLibrary(root) : inCourse(root, part))
    read.set(part, ledgers)
    return ledgers.get(nameOfText(key)) ?? null
  }
}

function inCourse(root: Root, courseId: string): ReadonlyMap<string, Ledger> {
  const { lessons, cases, bankHashes, path } = readCourse(root, courseId).course
  const named = (kind: TextKind, id: string, folder: string, hashes: Ledger['hashes']) =>
    [nameOfText({ kind, id }), { path: `${folder}/signoff.yaml`, hashes }] as const
  return new Map([
    ...lessons.map((lesson) => named('lesson', `${courseId}/${lesson.id}`, lesson.path, lesson.hashes)),
    ...cases.map((invented) => named('case', `${courseId}/${invented.id}`, invented.path, invented.hashes)),
    ...(bankHashes.ar === undefined ? [] : [named('bank', courseId, `${path}/bank`, bankHashes)]),
  ])
}

function inLibrary(root: Root): ReadonlyMap<string, Ledger> {
  const { ledgers } = readLibraryFiles(root).source
  return new Map(
    ledgers.flatMap(({ kind, path, hashes }) =>
      Object.entries(hashes).map(([id, texts]) => [nameOfText({ kind, id }), { path, hashes: texts }] as const),
    ),
  )
}

function lineOf(signature: StoredSignature): LedgerLine {
  const { kind, id } = keyOf(signature)
  return {
    ...(!isCourseKind(kind) && { entry: id }),
    hash: signature.hash,
    language: signature.language as Locale,
    role: signature.area as Signoff[number]['role'],
    date: dayOf(signature.signedAt),
    by: signedBy(signature),
  }
}

function keyOf({ kind, textId }: StoredSignature): TextKey {
  return { kind: kind as TextKind, id: textId }
}
