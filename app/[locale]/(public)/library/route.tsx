import { page } from '@/app/http/get-page'
import { LibraryPage } from '@/components/library/library-page'
import { shelves } from '@/domain/library/shelves'
import { library } from '@/server/content/library'

/** The front page of the library. */
export const GET = page(async ({ locale, t }) => ({
  title: t('library.front.title'),
  description: t('library.front.lead'),
  main: <LibraryPage shelves={shelves(library())} locale={locale} t={t} />,
  styles: ['library.css'] as const,
  script: 'search.js' as const,
}))
