import { page } from '@/app/http/get-page'
import { BriefsPage } from '@/components/library/briefs-page'
import { library } from '@/server/content/library'

/** All briefs. */
export const GET = page(async ({ locale, t }) => ({
  title: t('library.briefs.title'),
  description: t('library.briefs.lead'),
  main: <BriefsPage store={library()} locale={locale} t={t} />,
  styles: ['library.css'] as const,
}))
