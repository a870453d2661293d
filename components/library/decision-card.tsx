import type { Decision, Keyword } from '@/domain/library/decision'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { DecisionFacts } from './decision-facts'

type Props = { decision: Decision; keywords: readonly Keyword[]; locale: Locale; t: Translator }

/** A decision in the list: what it is about, but not how it ended. */
export function DecisionCard({ decision, keywords, locale, t }: Props) {
  return (
    <article className="card stack-s">
      <h2 className="card-title">
        <a href={href(locale, `/library/cases/${decision.id}`)}>
          <Inline source={decision.title[locale]} locale={locale} />
        </a>
      </h2>
      <DecisionFacts decision={decision} locale={locale} t={t} />
      <p className="sm">
        <Inline source={decision.facts[locale]} locale={locale} />
      </p>
      <ul className="plain row keywords">
        {keywords.map(({ id, label }) => (
          <li key={id} className="chip">
            {typeset(label[locale], locale)}
          </li>
        ))}
      </ul>
    </article>
  )
}
