import { page } from '@/app/http/get-page'
import { LawPage } from '@/components/library/law-page'
import { shelves } from '@/domain/library/shelves'
import { library } from '@/server/content/library'

/** Every provision of the library, by instrument. */
export const GET = page(async ({ locale, t }) => ({
  title: t('library.law.title'),
  description: t('library.law.lead'),
  main: <LawPage shelves={shelves(library())} locale={locale} t={t} />,
  styles: ['library.css'] as const,
}))
