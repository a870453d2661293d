import { endRole } from '../../../end-role'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return endRole(request, locale, `/institutions/${institution}/people`, institution)
}
