import type { Decision } from '@/domain/library/decision'
import {
  FACETS,
  type Facet,
  type DecisionFilters as Filters,
  facetOptions,
  filterDecisions,
  type HowKnown,
  keywordsByFamily,
} from '@/domain/library/filter-decisions'
import { type Library, lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { DecisionCard } from './decision-card'
import { ActiveFilters, DecisionFilters } from './decision-filters'
import { LibraryFrame } from './library-frame'

type Keywords = Library['keywords']
type Props = { decisions: readonly Decision[]; keywords: Keywords; filters: Filters; locale: Locale; t: Translator }

/** The compendium of decisions. Its address holds the filters. */
export function CasesPage({ decisions, keywords, filters, locale, t }: Props) {
  const shown = filterDecisions(decisions, filters, keywords)
  const label = (facet: Facet, value: string) => nameOf(facet, value, keywords, locale, t)
  return (
    <LibraryFrame title={t('library.cases.title')} lead={t('library.cases.lead')} locale={locale} t={t}>
      <div className="stack">
        <DecisionFilters
          action={href(locale, '/library/cases')}
          facets={FACETS.map((facet) => ({
            facet,
            chosen: filters[facet] ?? null,
            options: facetOptions(facet, decisions, filters, keywords).map((option) => ({
              ...option,
              label: label(facet, option.value),
            })),
          }))}
          t={t}
        />
        <p>
          <strong>{t('library.count.decisions', { count: shown.length })}</strong>
        </p>
        <Active filters={filters} label={label} locale={locale} t={t} />
        {shown.length === 0 && <p className="note warn">{t('library.cases.empty')}</p>}
        <div className="grid decisions">
          {shown.map((decision) => (
            <DecisionCard
              key={decision.id}
              decision={decision}
              keywords={keywordsByFamily(decision, keywords)
                .filter(({ family }) => family !== 'procedure')
                .flatMap((group) => group.keywords)}
              locale={locale}
              t={t}
            />
          ))}
        </div>
      </div>
    </LibraryFrame>
  )
}

function nameOf(facet: Facet, value: string, keywords: Keywords, locale: Locale, t: Translator): string {
  if (facet === 'year') return value
  if (facet === 'origin') return t(`library.cases.origin.${value as Decision['origin']}`)
  if (facet === 'confidence') return t(`library.cases.confidence.${value as HowKnown}`)
  return typeset(lookUp(keywords, value)?.label[locale] ?? value, locale)
}

type ActiveProps = Pick<Props, 'filters' | 'locale' | 't'> & { label: (facet: Facet, value: string) => string }

/** The filters that are set, each a link that takes it away and leaves the others. */
function Active({ filters, label, locale, t }: ActiveProps) {
  const active = Object.entries(filters) as [Facet, string][]
  if (active.length === 0) return null
  const path = href(locale, '/library/cases')
  const without = (facet: Facet) => {
    const rest = new URLSearchParams(active.filter(([name]) => name !== facet)).toString()
    return rest ? `${path}?${rest}` : path
  }
  return (
    <ActiveFilters
      label={t('library.cases.active')}
      filters={active.map(([facet, value]) => ({
        href: without(facet),
        label: `${t(`library.cases.facet.${facet}`)} · ${label(facet, value)}`,
      }))}
      t={t}
    />
  )
}
