import { takeBackFrom } from '../../../take-offer-back'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return takeBackFrom(request, locale, `/institutions/${institution}/people`, institution)
}
