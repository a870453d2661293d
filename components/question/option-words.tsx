import type { Locale } from '@/domain/locale'
import type { JudgedPart } from '@/domain/question/kinds/kind'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import { type Citing, Inline } from '../ui/inline'
import { viewOf } from './kinds/views'

type Props = { question: QuestionKey; id: string; locale: Locale; t: Translator }

/**
 * The text of an option, or of a given answer that is not an option. True and false have no text in the course: the
 * interface supplies it.
 */
export function OptionWords({ question, id, asked = null, locale, t }: Props & { asked?: JudgedPart['asks'] }) {
  const option = question.options.find((candidate) => candidate.id === id)
  if (option && 'text' in option) return <Inline source={option.text[locale]} locale={locale} />
  if (id === 'true' || id === 'false') return t(`practice.${id}`)
  return viewOf(question).given?.(question, id, { asked, locale, t }) ?? id
}

/** The author's comment for a learner who chose the option. */
export function OptionComment({ question, id, locale, citing }: Omit<Props, 't'> & { citing?: Citing | undefined }) {
  const option = question.options.find((candidate) => candidate.id === id)
  return option ? <Inline source={option.feedback[locale]} locale={locale} citing={citing} /> : null
}
