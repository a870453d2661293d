import type { Locale, Localized } from '@/domain/locale'
import { Inline } from './inline'

/**
 * The source of a term, in the page's language. An address at its end is isolated, so that other text keeps its order.
 */
export function TermSource({ source, locale }: { source: Localized; locale: Locale }) {
  return (
    <bdi>
      <Inline source={source[locale]} locale={locale} />
    </bdi>
  )
}
