import type { TextVersion } from './provision'
import type { Cited } from './resolve-citation'

export type LawParagraph = { id: string; text: string }
/** One row of the bilingual block: the paragraphs on the left (French) and on the right (Arabic). */
export type LawRow = { ar: readonly LawParagraph[]; fr: readonly LawParagraph[] }

/** The aligned rows of a version, or only those that contain one of `paragraphs` (ids such as `2`, `1.4`). */
export function lawRows(version: TextVersion, paragraphs?: readonly string[]): LawRow[] {
  return version.alignment
    .filter((row) => !paragraphs || [...row.ar, ...row.fr].some((id) => paragraphs.includes(id)))
    .map((row) => ({ ar: quote(row.ar, version.text.ar), fr: quote(row.fr, version.text.fr ?? {}) }))
}

/** The rows that contain the cited part of a version: its paragraphs, or the whole article. */
export function citedRows(version: TextVersion, cited: readonly Pick<Cited, 'paragraph' | 'item'>[]): LawRow[] {
  const ids = cited.map(({ paragraph, item }) => (item === null ? String(paragraph) : `${paragraph}.${item}`))
  return lawRows(version, cited.some(({ paragraph }) => paragraph === null) ? undefined : ids)
}

function quote(ids: readonly string[], wording: Readonly<Record<string, string>>): LawParagraph[] {
  return ids.flatMap((id) => (wording[id] === undefined ? [] : [{ id, text: wording[id] }]))
}
