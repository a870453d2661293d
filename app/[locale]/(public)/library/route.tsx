import { documentPage } from '@/app/document'
import { LibraryPage } from '@/components/library/library-page'
import { shelves } from '@/domain/library/shelves'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** The front page of the library. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => ({
    title: t('library.front.title'),
    description: t('library.front.lead'),
    main: <LibraryPage shelves={shelves(library())} locale={locale} t={t} />,
  }))
}
