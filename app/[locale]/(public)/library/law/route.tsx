import { documentPage } from '@/app/document'
import { LawPage } from '@/components/library/law-page'
import { shelves } from '@/domain/library/shelves'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** Every provision of the library, by instrument. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => ({
    title: t('library.law.title'),
    description: t('library.law.lead'),
    main: <LawPage shelves={shelves(library())} locale={locale} t={t} />,
  }))
}
