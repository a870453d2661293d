import 'server-only'
import { diffArrays } from 'diff'
import { alignParagraphs } from '@/domain/library/align-paragraphs'
import {
  type ComparedVersions,
  paragraphsIn,
  type WordingPiece,
  type WordingRow,
} from '@/domain/library/compared-wording'
import type { Provision, ProvisionVersion } from '@/domain/library/provision'
import { LOCALES, type Locale } from '@/domain/locale'

/** Compares two versions of a provision, in each language that both have; a card only in the language of the page. */
export function compareVersions(
  { kind, versions }: { kind: Provision['kind']; versions: readonly ProvisionVersion[] },
  [one, other]: readonly [ProvisionVersion, ProvisionVersion],
  locale: Locale,
): ComparedVersions {
  // The file lists the newest version first.
  const [after, before] = versions.indexOf(one) < versions.indexOf(other) ? [one, other] : [other, one]
  const wordings = (kind === 'card' ? [locale] : LOCALES).flatMap((language) => {
    const [old, now] = [paragraphsIn(before, language), paragraphsIn(after, language)]
    return old.length > 0 && now.length > 0 ? [{ language, rows: compareWordings(old, now) }] : []
  })
  return { before: before.id, after: after.id, wordings }
}

/** Two wordings in one language, paragraph beside paragraph, with the removed and the added words. */
export function compareWordings(before: readonly string[], after: readonly string[]): WordingRow[] {
  return alignParagraphs(before, after).map((pair) =>
    pair.before === null || pair.after === null
      ? { before: whole(pair.before), after: whole(pair.after) }
      : compareWords(wordsOf(pair.before), wordsOf(pair.after)),
  )
}

function whole(text: string | null): WordingPiece[] | null {
  return text === null ? null : [{ text, changed: true }]
}

function compareWords(before: string[], after: string[]): WordingRow {
  const row = { before: [] as WordingPiece[], after: [] as WordingPiece[] }
  let [i, j] = [0, 0]
  const comparator = (one: string, other: string) => one.trimEnd() === other.trimEnd()
  for (const { added, removed, count } of diffArrays(before, after, { comparator })) {
    // Each side keeps its own spaces: a word that a comma follows on one side is still the same word.
    if (!added) {
      row.before.push({ text: before.slice(i, i + count).join(''), changed: removed })
      i += count
    }
    if (!removed) {
      row.after.push({ text: after.slice(j, j + count).join(''), changed: added })
      j += count
    }
  }
  return row
}

// Our own word splitting: that of the package only supports Latin scripts.
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+/gu) ?? []
}
