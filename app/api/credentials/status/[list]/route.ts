import { publicJson } from '@/app/http/json'
import { statusList } from '@/server/certificate/status-list'

/** The signed status list: one bit per certificate, set if it was revoked. It is public because it names nobody. */
export const GET = publicJson<'list'>('application/vc+ld+json', ({ list }) => statusList(list, new Date()))
