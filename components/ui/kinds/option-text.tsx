import type { PublicOption } from '@/domain/exam/kinds/kind'
import type { Locale } from '@/domain/locale'
import { Inline } from '../inline'

/** The words of an option. */
export function OptionText({ option: { text }, locale }: { option: PublicOption; locale: Locale }) {
  return text && <Inline source={text[locale]} locale={locale} />
}
