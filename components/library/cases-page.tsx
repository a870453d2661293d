import type { Decision } from '@/domain/library/decision'
import {
  type Facet,
  type DecisionFilters as Filters,
  facetOptions,
  filterDecisions,
  keywordsByFamily,
} from '@/domain/library/filter-decisions'
import type { Library } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { ActiveFilters } from '../ui/active-filters'
import { Chips } from '../ui/chips'
import { listAddress } from '../ui/list-address'
import { DecisionFacets } from './decision-facets'
import { DecisionRow } from './decision-row'
import { facetValueName } from './facet-value-name'
import { LibraryFrame } from './library-frame'

type Keywords = Library['keywords']
type Props = { decisions: readonly Decision[]; keywords: Keywords; filters: Filters; locale: Locale; t: Translator }

/** The compendium of decisions. Its filters are in the query string. */
export function CasesPage(props: Props) {
  const { decisions, keywords, filters, locale, t } = props
  const shown = filterDecisions(decisions, filters, keywords)
  return (
    <LibraryFrame title={t('library.cases.title')} lead={t('library.cases.lead')} locale={locale} t={t}>
      <div className="stack">
        <Active {...props} />
        <Origins {...props} />
        <div className="with-facets">
          <DecisionFacets {...props} />
          <section className="stack-s" aria-labelledby="shown">
            <h2 id="shown" className="list-count">
              {t('library.count.decisions', { count: shown.length })}
            </h2>
            {shown.length === 0 && <p className="note warn">{t('library.cases.empty')}</p>}
            {shown.length > 0 && (
              <ol className="plain case-rows">
                {shown.map((decision) => (
                  <DecisionRow
                    key={decision.id}
                    decision={decision}
                    keywords={keywordsByFamily(decision, keywords)
                      .filter(({ family }) => family !== 'procedure')
                      .flatMap((group) => group.keywords)}
                    locale={locale}
                    t={t}
                  />
                ))}
              </ol>
            )}
          </section>
        </div>
      </div>
    </LibraryFrame>
  )
}

/** The active filters, each a link that removes it and keeps the others. */
function Active({ keywords, filters, locale, t }: Props) {
  const path = href(locale, '/library/cases')
  return (
    <ActiveFilters
      label={t('library.cases.active')}
      remove={t('library.cases.remove')}
      filters={(Object.entries(filters) as [Facet, string][]).map(([facet, value]) => ({
        href: listAddress(path, { ...filters, [facet]: undefined }),
        label: `${t(`library.cases.facet.${facet}`)} · ${facetValueName(facet, value, keywords, locale, t)}`,
      }))}
    />
  )
}

/** Links to all decisions or to those of one origin, each with its number of decisions under the other filters. */
function Origins({ decisions, keywords, filters, locale, t }: Props) {
  const path = href(locale, '/library/cases')
  const elsewhere = { ...filters, origin: undefined }
  const options = facetOptions('origin', decisions, filters, keywords)
  return (
    <Chips
      label={t('library.cases.facet.origin')}
      chips={[
        {
          href: listAddress(path, elsewhere),
          label: t('library.cases.all'),
          count: filterDecisions(decisions, elsewhere, keywords).length,
          current: filters.origin === undefined,
        },
        ...options.map(({ value, count }) => ({
          href: listAddress(path, { ...filters, origin: value }),
          label: facetValueName('origin', value, keywords, locale, t),
          count,
          current: filters.origin === value,
        })),
      ]}
    />
  )
}
