import { createElement, Fragment } from 'react'
import type { Excerpt } from '@/domain/library/excerpt'
import type { SearchKind } from '@/domain/library/search-entry'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

export type Result = {
  id: string
  kind: SearchKind
  path: string
  title: Excerpt
  body: Excerpt | null
  /** The language of the passage shown. */
  language: Locale
}
type Props = { results: readonly Result[]; locale: Locale; t: Translator }

/** The results, best first: kind, title, and the passage with the words searched for. */
export function SearchResults({ results, locale, t }: Props) {
  return (
    <ol className="plain results">
      {results.map(({ id, kind, path, title, body, language }) => (
        <li key={id} className="stack-s">
          <h3>
            <a href={href(locale, path)}>
              <Marked excerpt={title} language={locale} />
            </a>
          </h3>
          <p className="row xs muted">
            <span className={kind === 'law' ? 'chip src' : 'chip'}>{t(`library.find.kind.${kind}`)}</span>
            {body && language !== locale && (
              <span>{t('library.find.inLanguage', { language: LANGUAGE_NAMES[language] })}</span>
            )}
          </p>
          {body && (
            <p className="sm" lang={language} dir={directionOf(language)}>
              <Marked excerpt={body} language={language} />
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A passage with the words of the search marked. */
export function Marked({ excerpt, language }: { excerpt: Excerpt; language: Locale }) {
  const parts = excerpt.parts.map(({ text, found }) => ({ text: typeset(text, language), found }))
  return createElement(Fragment, null, ...parts.map(renderPart))
}

function renderPart({ text, found }: Excerpt['parts'][number]) {
  if (!found) return <Text key={text}>{text}</Text>
  return (
    <mark key={text}>
      <Text>{text}</Text>
    </mark>
  )
}
