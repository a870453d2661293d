import { documentPage } from '@/app/document'
import { DecisionCard } from '@/components/library/decision-card'
import { ActiveFilters, DecisionFilters } from '@/components/library/decision-filters'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import {
  FACETS,
  type Facet,
  facetOptions,
  filterDecisions,
  type HowKnown,
  keywordsByFamily,
  readFilters,
} from '@/domain/library/filter-decisions'
import { lookUp } from '@/domain/library/library'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** The compendium of decisions. Its address holds the filters. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const { decisions: byId, keywords } = library()
    const decisions = Object.values(byId)
    const filters = readFilters(query, decisions, keywords)
    const shown = filterDecisions(decisions, filters, keywords)
    const path = href(locale, '/library/cases')
    const label = (facet: Facet, value: string): string => {
      if (facet === 'year') return value
      if (facet === 'origin') return t(`library.cases.origin.${value as 'morocco' | 'strasbourg'}`)
      if (facet === 'confidence') return t(`library.cases.confidence.${value as HowKnown}`)
      return typeset(lookUp(keywords, value)?.label[locale] ?? value, locale)
    }
    const active = Object.entries(filters) as [Facet, string][]
    const without = (facet: Facet) => {
      const rest = new URLSearchParams(active.filter(([each]) => each !== facet)).toString()
      return rest ? `${path}?${rest}` : path
    }
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.cases.title')}</h1>
          <p className="lead prose">{t('library.cases.lead')}</p>
        </div>
        <div className="stack">
          <DecisionFilters
            action={path}
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
          {active.length > 0 && (
            <ActiveFilters
              label={t('library.cases.active')}
              filters={active.map(([facet, value]) => ({
                href: without(facet),
                label: `${t(`library.cases.facet.${facet}`)} · ${label(facet, value)}`,
              }))}
              t={t}
            />
          )}
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
      </main>
    )
    return { title: t('library.cases.title'), description: t('library.cases.lead'), main }
  })
}
