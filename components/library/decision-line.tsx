import { type LawStore, lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { howKnown } from './how-known'

type Props = { id: string; store: Pick<LawStore, 'decisions'>; locale: Locale; t: Translator }

/** A decision with how it ended and how it is known. */
export function DecisionLine({ id, store, locale, t }: Props) {
  const decision = lookUp(store.decisions, id)
  if (!decision) return null
  const { title, origin, date, outcome } = decision
  const known = [
    origin === 'morocco' ? null : t('library.cases.comparative'),
    date ? formatLooseDate(date, locale) : t('library.cases.undated'),
    howKnown(decision, t),
  ]
  return (
    <>
      <a href={href(locale, `/library/cases/${id}`)}>
        <Inline source={title[locale]} locale={locale} />
      </a>{' '}
      <span className="muted">({known.filter((part) => part !== null).join(' · ')})</span>
      {'. '}
      <Inline source={outcome[locale]} locale={locale} />
    </>
  )
}
