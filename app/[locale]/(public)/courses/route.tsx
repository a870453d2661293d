import { page } from '@/app/http/get-page'
import { CataloguePage } from '@/components/course/catalogue-page'
import { currentReleases } from '@/server/content/releases'

export const GET = page(async ({ locale, t }) => ({
  title: t('course.list'),
  description: t('course.listLead'),
  main: <CataloguePage releases={await currentReleases()} locale={locale} t={t} />,
}))
