import type { Locale, Localized } from '@/domain/locale'
import { Inline } from './inline'

/**
 * The source of a term, in the language of the page. It may end in an address, which is isolated so that the text after
 * it keeps its order.
 */
export function TermSource({ source, locale }: { source: Localized; locale: Locale }) {
  return (
    <bdi>
      <Inline source={source[locale]} locale={locale} />
    </bdi>
  )
}
