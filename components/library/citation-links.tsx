import type { LawStore } from '@/domain/library/library'
import { libraryPath } from '@/domain/library/library-path'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

/** Later than any version: a cited provision is named whether or not it is in force. */
const ANY_DATE = '9999-12-31'

type Props = { cites: readonly string[]; store: LawStore; locale: Locale; className?: string }

/** The citations of a text, each with a link to its page in the library. */
export function CitationLinks({ cites, store, locale, className = 'facts sm' }: Props) {
  return (
    <ul className={className}>
      {cites.map((id) => {
        const path = libraryPath(store, id)
        const name = citationName(store, id, locale)
        return (
          path &&
          name && (
            <li key={id}>
              <a href={href(locale, path)}>
                <Text>{name}</Text>
              </a>
            </li>
          )
        )
      })}
    </ul>
  )
}

/** The full name of a citation, outside a sentence; null if the library does not have it. */
export function citationName(store: LawStore, id: string, locale: Locale): string | null {
  const decision = Object.hasOwn(store.decisions, id) ? store.decisions[id] : undefined
  if (decision) return typeset(decision.title[locale], locale)
  const cited = resolveCitation(store, id, ANY_DATE)
  return cited && typeset(capitalise(writeCitation(cited, locale)), locale)
}
