import { page } from '@/app/http/get-page'
import { ModelsPage } from '@/components/library/models-page'
import { library } from '@/server/content/library'

/** The invented models of decisions, mentions and letters. */
export const GET = page(async ({ locale, t }) => ({
  title: t('library.models.title'),
  description: t('library.models.lead'),
  main: <ModelsPage store={library()} locale={locale} t={t} />,
  styles: ['library.css'] as const,
}))
