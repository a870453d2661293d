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

/** Two versions of a provision, in each language that both of them have; a card only in the language of the page. */
export function compareVersions(
  { kind, versions }: { kind: Provision['kind']; versions: readonly ProvisionVersion[] },
  [one, other]: readonly [ProvisionVersion, ProvisionVersion],
  locale: Locale,
): ComparedVersions {
  // The newest version comes first in the file.
  const [after, before] = versions.indexOf(one) < versions.indexOf(other) ? [one, other] : [other, one]
  const wordings = (kind === 'card' ? [locale] : LOCALES).flatMap((language) => {
    const [old, now] = [paragraphsIn(before, language), paragraphsIn(after, language)]
    return old.length > 0 && now.length > 0 ? [{ language, rows: compareWordings(old, now) }] : []
  })
  return { before: before.id, after: after.id, wordings }
}

/** Two wordings of one language, paragraph beside paragraph, with the words that went and those that came. */
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
    // Each side in its own spaces: a word followed by a comma in one of them is still the same word.
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

// Cut by hand: the package knows the words of Latin scripts only.
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}’'-]+\s*|[^\p{L}\p{M}\p{N}\s]\s*|\s+/gu) ?? []
}
