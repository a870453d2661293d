import type { Locale } from '@/domain/locale'
import type { PublicOption } from '@/domain/question/kinds/kind'
import { Inline } from '../../ui/inline'

/** The words of an option. */
export function OptionText({ option: { text }, locale }: { option: PublicOption; locale: Locale }) {
  return text && <Inline source={text[locale]} locale={locale} />
}
