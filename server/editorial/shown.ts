import 'server-only'
import type { FieldChange, TextComparison } from '@/domain/editorial/compare-texts'
import type { WordingRow } from '@/domain/library/compared-wording'
import { compareWordings } from '../library/compare-versions'

/** A comparison with the words of each changed field, for the page. */
export type ComparedWords = Omit<TextComparison, 'parts'> & {
  parts: readonly (
    | { id: string; gone: boolean; fields: readonly { key: string; rows: readonly WordingRow[] }[] }
    | { unchanged: number }
  )[]
}

/** Compares the words of each changed field as typed, so that a changed mark, such as a citation, shows too. */
export function withWords({ parts, ...counts }: TextComparison): ComparedWords {
  return {
    ...counts,
    parts: parts.map((part) =>
      'unchanged' in part ? part : { id: part.id, gone: part.gone, fields: part.fields.map(wordsOf) },
    ),
  }
}

function wordsOf({ key, before, after }: FieldChange): { key: string; rows: readonly WordingRow[] } {
  const lines = (text: string | null) => (text === null ? [] : text.split(/\n+/).filter((line) => line.trim() !== ''))
  return { key, rows: compareWordings(lines(before), lines(after)) }
}
