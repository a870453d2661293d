import type { Locale, Localized } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { Text } from './text'

/** Where a term was read, in the language of the page. It may end in an address: what follows keeps its own order. */
export function TermSource({ source, locale }: { source: Localized; locale: Locale }) {
  return (
    <bdi>
      <Text locale={locale}>{typeset(source[locale], locale)}</Text>
    </bdi>
  )
}
