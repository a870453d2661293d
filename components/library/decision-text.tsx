import type { Locale, Localized } from '@/domain/locale'
import { Inline } from '../ui/inline'

type Props = { id: string; title: string; text: Localized; locale: Locale }

/** One part of the account of a decision. */
export function DecisionText({ id, title, text, locale }: Props) {
  return (
    <section className="stack-s prose" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>
        <Inline source={text[locale]} locale={locale} />
      </p>
    </section>
  )
}
