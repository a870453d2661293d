import { siteText } from '../site-text'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return siteText(request, (await params).locale, 'privacy')
}
