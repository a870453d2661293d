import { page } from '@/app/http/get-page'
import { GlossaryPage } from '@/components/library/glossary-page'
import { library } from '@/server/content/library'
import { LONGEST_QUERY } from '@/server/library/search'

/** The glossary, or its entries that contain the words of `?q=`. */
export const GET = page(async ({ locale, t, query }) => {
  const q = (query.get('q') ?? '').slice(0, LONGEST_QUERY).trim()
  const main = <GlossaryPage store={library()} q={q} locale={locale} t={t} />
  return { title: t('library.glossary.title'), description: t('library.glossary.lead'), main, styles: ['library.css'] }
})
