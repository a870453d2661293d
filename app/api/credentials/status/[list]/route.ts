import { publicJson } from '@/app/api/public-json'
import { statusList } from '@/server/certificate/status-list'

type Context = { params: Promise<{ list: string }> }

/** Which certificates were withdrawn, as bits, signed. Public: it names nobody. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { list } = await params
  return publicJson('application/vc+ld+json', () => statusList(list, new Date()))
}
