import { publicJson } from '@/app/http/json'
import { statusList } from '@/server/certificate/status-list'

/** Which certificates were withdrawn, as bits, signed. Public: it names nobody. */
export const GET = publicJson<'list'>('application/vc+ld+json', ({ list }) => statusList(list, new Date()))
