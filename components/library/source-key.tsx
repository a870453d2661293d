import type { LawStore } from '@/domain/library/library'
import { libraryPath } from '@/domain/library/library-path'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { citationName } from '../ui/citation-name'
import { Text } from '../ui/text'

type Marks = ReadonlyMap<string, string>

/** The sources of a line as marks; the key at the end of the page explains them. */
export function SourceMarks({ cites, marks, t }: { cites: readonly string[]; marks: Marks; t: Translator }) {
  return (
    <sup className="source-marks">
      {cites.map((id) => {
        const mark = marks.get(id)
        return (
          mark && (
            <a key={id} href={`#source-${mark}`} aria-label={t('library.figures.sourceMark', { mark })}>
              {mark}
            </a>
          )
        )
      })}
    </sup>
  )
}

/** The key: each mark with its source. */
export function SourceKey({
  marks,
  store,
  locale,
  t,
}: {
  marks: Marks
  store: LawStore
  locale: Locale
  t: Translator
}) {
  return (
    <section className="stack-s source-key" aria-labelledby="sources">
      <h2 id="sources">{t('library.cases.sources')}</h2>
      <ul className="plain sm">
        {[...marks].map(([id, mark]) => {
          const path = libraryPath(store, id)
          const name = citationName(store, id, locale)
          return (
            <li key={id} id={`source-${mark}`}>
              <b>{mark}</b>{' '}
              {path && name && (
                <a href={href(locale, path)}>
                  <Text>{name}</Text>
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
