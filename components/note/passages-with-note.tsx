import type { Locale, Localized } from '@/domain/locale'
import { firstWords } from '@/domain/note/first-words'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Text } from '../ui/text'

type Props = { passages: readonly { href: string; words: Localized }[]; locale: Locale; t: Translator }

const SHOWN = 90

/** The passages of a section that have a note already, each with the way to change it. */
export function PassagesWithNote({ passages, locale, t }: Props) {
  if (passages.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="already">
      <h2 id="already">{t('notes.already')}</h2>
      <ul className="stack-s">
        {passages.map(({ href, words }) => (
          <li key={href}>
            <a href={href}>
              <Text locale={locale}>{typeset(firstWords(words[locale], SHOWN), locale)}</Text>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
