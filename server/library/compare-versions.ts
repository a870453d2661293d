import 'server-only'
import { diffArrays } from 'diff'
import { alignParagraphs } from '@/domain/library/align-paragraphs'
import type { WordingPiece, WordingRow } from '@/domain/library/compared-wording'

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
