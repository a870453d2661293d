import { type Run, runsOf } from './equal-runs'

/** A paragraph of the older text beside the one that replaced it; null if there is none. */
export type ParagraphPair = { before: string | null; after: string | null }

/** Below this share of common words, two paragraphs are different: one was removed, the other added. */
const KIN = 0.4

/**
 * Pairs the paragraphs of two texts, in order: equal ones with each other, and between them those whose total
 * similarity is greatest. Pairs by words and not by number, because numbers shift when a paragraph is inserted.
 */
export function alignParagraphs(before: readonly string[], after: readonly string[]): ParagraphPair[] {
  return runsOf(before, after).flatMap((run) =>
    run.equal ? run.before.map((paragraph) => ({ before: paragraph, after: paragraph })) : alignRun(run),
  )
}

function alignRun({ before, after }: Pick<Run, 'before' | 'after'>): ParagraphPair[] {
  const best: number[][] = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const [old, now] = [before.map(wordsOf), after.map(wordsOf)]
  const kinship = old.map((words) => now.map((others) => kinshipOf(words, others)))
  const kin = (i: number, j: number) => kinship[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const paired = kin(i, j) >= KIN ? kin(i, j) + at(i + 1, j + 1) : 0
      ;(best[i] as number[])[j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }

  const pairs: ParagraphPair[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const pairable = i < before.length && j < after.length && kin(i, j) >= KIN
    if (pairable && at(i, j) === kin(i, j) + at(i + 1, j + 1)) {
      pairs.push({ before: before[i++] ?? null, after: after[j++] ?? null })
    } else if (i < before.length && (j === after.length || at(i, j) === at(i + 1, j))) {
      pairs.push({ before: before[i++] ?? null, after: null })
    } else {
      pairs.push({ before: null, after: after[j++] ?? null })
    }
  }
  return pairs
}

/** The share of common words in [0, 1] (Sørensen–Dice over the sets of words). */
function kinshipOf(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  const common = [...before].filter((word) => after.has(word)).length
  return before.size + after.size === 0 ? 1 : (2 * common) / (before.size + after.size)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
}
