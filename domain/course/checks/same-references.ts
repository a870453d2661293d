import type { Library } from '../../library/library'
import { LOCALES, type Locale } from '../../locale'
import { parseInline } from '../../text/inline'
import { error, type Found } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { numbersIn, referencesIn } from './references-in'
import type { CourseSource, LibrarySource, Place } from './source'

/** One language of a text: its words, and the ids that it cites. */
type Told = { place: Place; locale: Locale; text: string; citations: readonly string[] }

/** All languages of a text must refer to the same articles, laws, dahirs, decisions and years. */
export function sameReferences({ localized }: Pick<LibrarySource, 'localized'>, library: Library): Found[] {
  return localized.flatMap(({ texts, key: _, ...place }) =>
    differences(
      LOCALES.flatMap((locale) => {
        const text = texts[locale]
        return text === undefined ? [] : [toldIn(place, locale, text)]
      }),
      library,
    ),
  )
}

/** The same check for a course: its short texts, and its lessons paragraph by paragraph. */
export function sameReferencesInCourse(course: CourseSource, library: Library): Found[] {
  return [
    ...sameReferences(course, library),
    ...course.lessons.flatMap(({ prose }) => passagesAbreast(prose).flatMap((told) => differences(told, library))),
  ]
}

function toldIn(place: Place, locale: Locale, source: string): Told {
  const parts = parseInline(source)
  return {
    place,
    locale,
    text: parts.map(({ text }) => text).join(''),
    citations: parts.flatMap((part) => (part.kind === 'cite' ? part.cite : [])),
  }
}

/** The languages passage by passage; empty if their passages differ in number, which another check reports. */
function passagesAbreast(prose: CourseSource['lessons'][number]['prose']): Told[][] {
  const proses = LOCALES.flatMap((locale) => prose[locale] ?? [])
  const [first, ...others] = proses
  if (!first || others.some(({ passages }) => passages.length !== first.passages.length)) return []
  return first.passages.map((_, at) =>
    proses.flatMap(({ locale, passages }) => {
      const passage = passages[at]
      return passage ? [{ place: passage, locale, text: passage.text, citations: passage.citations }] : []
    }),
  )
}

function differences(languages: readonly Told[], library: Library): Found[] {
  const told = languages.map((language) => ({ ...language, references: referencesIn(language.text) }))
  if (told.every(({ references }) => references.size === 0)) return []
  const all = new Set(told.flatMap(({ references }) => [...references]))
  return told.flatMap(({ place, locale, text, citations }) => {
    const present = numbersIn(text, citations, library)
    const missing = [...all].filter((reference) => !present.has(reference))
    if (missing.length === 0) return []
    const others = told.filter(({ references }) => missing.some((reference) => references.has(reference)))
    const where = others.map((other) => LANGUAGE_NAME[other.locale]).join(' and ')
    return [
      error(
        place,
        `the ${LANGUAGE_NAME[locale]} does not name ${missing.join(', ')} as the ${where} does: name it in all languages`,
      ),
    ]
  })
}
