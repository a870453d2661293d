import type { Decision, Keyword } from '@/domain/library/decision'
import { questionOfLaw } from '@/domain/library/question-of-law'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { HowKnown } from './how-known'

type Props = { decision: Decision; keywords: readonly Keyword[]; locale: Locale; t: Translator }

/** A decision in the list: the question of law that it answers and how it is known, but not how it ended. */
export function DecisionRow({ decision, keywords, locale, t }: Props) {
  const { id, title, court, date, origin } = decision
  return (
    <li>
      <h3>
        <a href={href(locale, `/library/cases/${id}`)}>
          <Inline source={title[locale]} locale={locale} />
        </a>
      </h3>
      <p>
        <Inline source={questionOfLaw(decision, locale)} locale={locale} />
      </p>
      <ul className="tags">
        {keywords.map((keyword) => (
          <li key={keyword.id}>{typeset(keyword.label[locale], locale)}</li>
        ))}
      </ul>
      <ul className="plain side">
        <li>
          <Inline source={court[locale]} locale={locale} />
        </li>
        <li>{date ? formatLooseDate(date, locale) : t('library.cases.undated')}</li>
        {origin !== 'morocco' && <li>{t('library.cases.comparative')}</li>}
        <li>
          <HowKnown decision={decision} t={t} />
        </li>
      </ul>
    </li>
  )
}
