import type { Locale, Localized } from '@/domain/locale'
import { Inline } from './inline'

/** Where a term was read, in the language of the page. It may end in an address: what follows keeps its own order. */
export function TermSource({ source, locale }: { source: Localized; locale: Locale }) {
  return (
    <bdi>
      <Inline source={source[locale]} locale={locale} />
    </bdi>
  )
}
