import { LIBRARY_PARTS } from '@/domain/library/parts'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

const COUNTED = LIBRARY_PARTS.filter((part) => part !== 'research')

/** How many entries each part of the library has. */
export type LibraryCounts = Readonly<Record<(typeof COUNTED)[number], number>>

type Props = { counts: LibraryCounts; locale: Locale; t: Translator }

/** The parts of the library, each with its number of entries. */
export function HomeLibrary({ counts, locale, t }: Props) {
  return (
    <ul className="cells plain">
      {COUNTED.map((part) => (
        <li key={part}>
          <a href={href(locale, `/library/${part}`)}>
            {t(`library.front.card.${part}.title`)} <span>{t(`home.count.${part}`, { count: counts[part] })}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
