import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import type { LedgerSource } from '@/domain/course/checks/source'
import { localizedView } from '@/domain/course/localized-view'
import type { Localized } from '@/domain/locale'
import { entrySignoffSchema, type SignedKind } from '@/domain/signoff/entry-signoff'
import { contentHash } from './content-hash'
import { type Root, readText } from './disk'
import { parseSource } from './parse-source'
import { readYaml } from './read-yaml'

/** Reads a ledger of the library, with the hashes of the entries that it may refer to. */
export function readLedger(
  root: Root,
  kind: SignedKind,
  path: string,
  entries: readonly (readonly [id: string, value: unknown])[],
): { ledger: LedgerSource; findings: readonly Finding[] } {
  const { source, findings } = parseSource(entrySignoffSchema, readYaml(path, readText(root, path) ?? '[]'))
  const hashes = Object.fromEntries(entries.map(([id, value]) => [id, hashesOf(value)]))
  return { ledger: { ...source, kind, hashes }, findings }
}

/** What a sign-off covers in each language: the entry as that language shows it. */
function hashesOf(value: unknown): Localized {
  const hash = (locale: keyof Localized) => contentHash(localizedView(value, locale))
  return { ar: hash('ar'), fr: hash('fr'), en: hash('en') }
}
