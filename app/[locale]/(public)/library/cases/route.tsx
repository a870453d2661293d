import { page } from '@/app/http/get-page'
import { CasesPage } from '@/components/library/cases-page'
import { readFilters } from '@/domain/library/filter-decisions'
import { library } from '@/server/content/library'

/** The compendium of decisions. The address holds the filters. */
export const GET = page(async ({ locale, t, query }) => {
  const { decisions: byId, keywords } = library()
  const decisions = Object.values(byId)
  const filters = readFilters(query, decisions, keywords)
  const main = <CasesPage decisions={decisions} keywords={keywords} filters={filters} locale={locale} t={t} />
  return { title: t('library.cases.title'), description: t('library.cases.lead'), main, styles: ['library.css'] }
})
