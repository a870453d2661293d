import { documentPage } from '@/app/document'
import { CataloguePage } from '@/components/course/catalogue-page'
import { currentReleases } from '@/server/content/releases'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => ({
    title: t('course.list'),
    description: t('course.listLead'),
    main: <CataloguePage releases={await currentReleases()} locale={locale} t={t} />,
  }))
}
