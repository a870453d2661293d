import type { Locale } from '../locale'
import { plainText } from '../text/markup'
import type { ProvisionVersion } from './provision'

export type WordingPiece = { text: string; changed: boolean }
/** A paragraph of the older version beside that of the newer one; null if one of them has none. */
export type WordingRow = { before: readonly WordingPiece[] | null; after: readonly WordingPiece[] | null }
/** Two versions by their ids, the older first, in each language that both of them have. */
export type ComparedVersions = {
  before: string
  after: string
  wordings: readonly { language: Locale; rows: readonly WordingRow[] }[]
}

/**
 * The paragraphs of a version in one language, in reading order; for a card, its summary. Empty if it has no such text.
 */
export function paragraphsIn(version: ProvisionVersion, language: Locale): string[] {
  if (!('text' in version)) return [plainText(version.summary[language])]
  if (language === 'en') return []
  const wording = version.text[language] ?? {}
  return version.alignment.flatMap((row) => row[language]).flatMap((id) => wording[id] ?? [])
}
