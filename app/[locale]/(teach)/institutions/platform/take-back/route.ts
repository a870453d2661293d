import { takeBackFrom } from '../../take-offer-back'

type Context = { params: Promise<{ locale: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return takeBackFrom(request, (await params).locale, '/institutions/platform', null)
}
