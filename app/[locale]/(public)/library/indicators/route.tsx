import { page } from '@/app/http/get-page'
import { IndicatorsPage } from '@/components/library/indicators-page'
import { filterIndicators, readIndicatorFilters } from '@/domain/library/filter-indicators'
import { library } from '@/server/content/library'

/** The indicators by form of exploitation. The address holds the filters. */
export const GET = page(async ({ locale, t, query }) => {
  const store = library()
  const filters = readIndicatorFilters(query, filterIndicators(Object.values(store.indicators), {}))
  const main = <IndicatorsPage store={store} filters={filters} locale={locale} t={t} />
  return {
    title: t('library.indicators.title'),
    description: t('library.indicators.lead'),
    main,
    styles: ['library.css'],
  }
})
