import { page } from '@/app/http/get-page'
import { ChecklistsPage } from '@/components/library/checklists-page'
import { library } from '@/server/content/library'

/** All checklists. */
export const GET = page(async ({ locale, t }) => ({
  title: t('library.checklists.title'),
  description: t('library.checklists.lead'),
  main: <ChecklistsPage store={library()} locale={locale} t={t} />,
  styles: ['library.css'] as const,
}))
