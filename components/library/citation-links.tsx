import type { LawStore } from '@/domain/library/library'
import { libraryPath } from '@/domain/library/library-path'
import type { Locale } from '@/domain/locale'
import { href } from '../shell/paths'
import { citationName } from '../ui/citation-name'
import { Text } from '../ui/text'

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
