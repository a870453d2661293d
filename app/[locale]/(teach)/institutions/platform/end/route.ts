import { endRole } from '../../end-role'

type Context = { params: Promise<{ locale: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return endRole(request, (await params).locale, '/institutions/platform', null)
}
