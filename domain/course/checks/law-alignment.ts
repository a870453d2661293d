import { byPlace } from '../../library/provision'
import { error, type Found, type LibraryCheck } from './finding'
import { placeIn } from './source'

/** The bilingual block must show every paragraph of both languages exactly once, in order. */
export const lawAlignment: LibraryCheck = ({ provisions }) =>
  provisions.flatMap((source) =>
    (source.value?.versions ?? []).flatMap((version, index): Found[] => {
      if (!('text' in version)) return []
      const place = placeIn(source, `versions.${index}.alignment`)
      return (['ar', 'fr'] as const).flatMap((locale) => {
        const aligned = version.alignment.flatMap((row) => row[locale])
        const fault = faultOf(Object.keys(version.text[locale] ?? {}), aligned)
        return fault ? [error(place, `alignment, ${locale}: ${fault}`)] : []
      })
    }),
  )

function faultOf(paragraphs: readonly string[], aligned: readonly string[]): string | null {
  const unknown = aligned.filter((id) => !paragraphs.includes(id))
  if (unknown.length > 0) return `“${unknown.join(', ')}” is no paragraph of the text: remove it`
  const left = paragraphs.filter((id) => !aligned.includes(id))
  if (left.length > 0) return `“${left.join(', ')}” stands in no row: add it`
  const twice = aligned.filter((id, index) => aligned.indexOf(id) < index)
  if (twice.length > 0) return `“${twice.join(', ')}” stands in two rows: keep one`
  const inOrder = aligned.toSorted(byPlace)
  return inOrder.join() === aligned.join() ? null : `the rows are out of order: ${inOrder.join(', ')}`
}
