import type { Locale, Localized } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { Text } from '../ui/text'

type Props = { section: Localized | null; words: Localized; locale: Locale }

/** How a passage begins, as a quotation under the heading where it stands. */
export function PassageWords({ section, words, locale }: Props) {
  return (
    <blockquote className="passage">
      {section && (
        <p className="xs muted">
          <Text locale={locale}>{typeset(section[locale], locale)}</Text>
        </p>
      )}
      <p>
        <Text locale={locale}>{typeset(words[locale], locale)}</Text>
      </p>
    </blockquote>
  )
}
