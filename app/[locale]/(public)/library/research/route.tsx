import { page } from '@/app/http/get-page'
import { ResearchPage } from '@/components/library/research-page'
import { references } from '@/domain/library/reference'
import { library } from '@/server/content/library'
import { env } from '@/server/env'

/** What a researcher needs: figures that can be cited, and the bibliography of the library. */
export const GET = page(async ({ locale, t }) => ({
  title: t('library.research.title'),
  description: t('library.research.lead'),
  main: <ResearchPage references={references(library())} origin={env().publicUrl} locale={locale} t={t} />,
  styles: ['library.css'] as const,
}))
