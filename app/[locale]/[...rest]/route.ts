import { documentPage } from '@/app/document'
import { AppError } from '@/domain/errors'

type Context = { params: Promise<{ locale: string }> }

/** Any address that no page has: a 404 in the reader's language, which Next's own would only show with JavaScript. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async () => {
    throw new AppError('not-found', 'address')
  })
}
