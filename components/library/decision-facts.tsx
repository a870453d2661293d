import type { Decision } from '@/domain/library/decision'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { Inline } from '../ui/inline'
import { Ref } from '../ui/ref'
import { HowKnown } from './how-known'

type Props = { decision: Decision; locale: Locale; t: Translator }

/** The court, date and number, and how the decision is known. */
export function DecisionFacts({ decision, locale, t }: Props) {
  const { court, date, reference, origin } = decision
  return (
    <ul className="facts sm muted">
      <li>
        <Inline source={court[locale]} locale={locale} />
      </li>
      <li>{date ? formatLooseDate(date, locale) : t('library.cases.undated')}</li>
      {reference && <li>{t.rich('library.cases.reference', { number: () => <Ref key="number">{reference}</Ref> })}</li>}
      <li>
        <HowKnown decision={decision} t={t} />
      </li>
      {origin !== 'morocco' && <li>{t('library.cases.comparative')}</li>}
    </ul>
  )
}
