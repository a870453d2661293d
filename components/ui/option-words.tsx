import type { QuestionKey } from '@/domain/course/question'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { type Citing, Inline } from './inline'

type Props = { question: QuestionKey; id: string; locale: Locale; t: Translator }

/** The text of an option. True and false carry no text of their own: the interface supplies it. */
export function OptionWords({ question, id, locale, t }: Props) {
  const option = question.options.find((candidate) => candidate.id === id)
  if (option && 'text' in option) return <Inline source={option.text[locale]} locale={locale} />
  return id === 'true' || id === 'false' ? t(`practice.${id}`) : id
}

/** The author's comment for a learner who chose the option. */
export function OptionComment({ question, id, locale, citing }: Omit<Props, 't'> & { citing?: Citing | undefined }) {
  const option = question.options.find((candidate) => candidate.id === id)
  return option ? <Inline source={option.feedback[locale]} locale={locale} citing={citing} /> : null
}
