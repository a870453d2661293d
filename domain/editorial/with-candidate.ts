import { LOCALES } from '../locale'
import { nameOfText, partOfText } from '../signoff/text-key'
import type { EditorialText } from './text'

/**
 * The texts of the desk while a candidate is open: its changed texts replace the published ones, its new texts come
 * after the last text of their part. `drafts` names the texts whose shown version is not published.
 */
export function withCandidate(
  published: readonly EditorialText[],
  candidate: readonly EditorialText[],
): { list: readonly EditorialText[]; drafts: ReadonlySet<string> } {
  const known = new Map(published.map((text) => [nameOfText(text.key), text]))
  const changed = candidate.filter((text) => !isSame(known.get(nameOfText(text.key)), text))
  const byName = new Map(changed.map((text) => [nameOfText(text.key), text]))
  const list = published.map((text) => byName.get(nameOfText(text.key)) ?? text)
  for (const text of changed) {
    if (known.has(nameOfText(text.key))) continue
    const place = list.findLastIndex(({ key }) => partOfText(key) === partOfText(text.key))
    list.splice(place === -1 ? list.length : place + 1, 0, text)
  }
  return { list, drafts: new Set(byName.keys()) }
}

function isSame(one: EditorialText | undefined, other: EditorialText): boolean {
  return one !== undefined && LOCALES.every((locale) => one.hashes[locale] === other.hashes[locale])
}
