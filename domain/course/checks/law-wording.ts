import { error, type Found, type LibraryCheck } from './finding'
import { placeIn } from './source'

/** Quoted law needs its Arabic text, and paragraphs and items numbered 1, 2, 3 without a gap. */
export const lawWording: LibraryCheck = ({ provisions }) =>
  provisions.flatMap((source) =>
    (source.value?.versions ?? []).flatMap((version, index): Found[] => {
      if (!('text' in version)) return []
      const key = `versions.${index}.text`
      if (Object.keys(version.text.ar).length === 0) {
        return [
          error(placeIn(source, key), 'the Arabic wording is missing: it is the text in force, add it under “ar:”'),
        ]
      }
      return (['ar', 'fr'] as const).flatMap((locale) => {
        const ids = Object.keys(version.text[locale] ?? {})
        return ids
          .filter((id) => !follows(id, ids))
          .map((id) =>
            error(
              placeIn(source, `${key}.${locale}.${id}`),
              `“${id}” has no paragraph before it: count 1, 2, 3 and items 1.1, 1.2, 1.3`,
            ),
          )
      })
    }),
  )

/** `3` needs `2`; `1.2` needs `1.1`; `1.1` needs `1`. */
function follows(id: string, ids: readonly string[]): boolean {
  const [paragraph, item] = id.split('.').map(Number)
  if (item === undefined) return paragraph === 1 || ids.includes(String(Number(paragraph) - 1))
  return ids.includes(item === 1 ? String(paragraph) : `${paragraph}.${item - 1}`)
}
