import { documentPage } from '@/app/document'
import { href } from '@/components/shell/paths'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

/** Cohorts are listed in their institutions. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale }) => seeOther(href(locale, '/institutions')))
}
