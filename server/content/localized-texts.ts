import 'server-only'
import { type LocalizedText, placeIn, type TextRun, type YamlSource } from '@/domain/course/checks/source'
import { isLocalized } from '@/domain/course/localized-view'
import { LOCALES } from '@/domain/locale'
import { readInline } from './read-inline'
import type { YamlText } from './read-yaml'

type YamlPart = Pick<YamlText, 'path' | 'value' | 'lines'>

/** Every `{ar, fr, en}` map of a YAML file, complete or not, with its place, except quotations of the law. */
export function localizedTexts(file: YamlPart): LocalizedText[] {
  const under = (value: unknown, keys: readonly string[]): LocalizedText[] => {
    if (keys.at(-1) === 'preamble' || value === null || typeof value !== 'object') return []
    const key = keys.join('.')
    if (isLocalized(value)) return [{ ...placeIn(file, key), key, texts: value }]
    return Object.entries(value).flatMap(([name, item]) => under(item, [...keys, name]))
  }
  return under(file.value, [])
}

/** The same as text runs for each language, with line numbers, parsed as on the page: `:ref[448-1]` is a reference. */
export function runsOf(
  { path, lines }: Pick<YamlSource<unknown>, 'path' | 'lines'>,
  texts: readonly LocalizedText[],
): TextRun[] {
  return texts.flatMap(({ key, texts: byLocale }) =>
    LOCALES.flatMap((locale) => {
      const text = byLocale[locale]
      return text === undefined ? [] : readInline(placeIn({ path, lines }, `${key}.${locale}`), locale, text).texts
    }),
  )
}
