import { json } from '@/app/http/json'
import { ownerKey } from '@/server/auth/owner-key'

/** For whom a device keeps, and may send, what is done in a kept lesson; null while nobody is signed in. */
export const GET = json(async ({ caller }) => {
  const session = await caller.session()
  const owner = session && (await ownerKey(session.accountId))
  return Response.json({ owner }, { headers: { 'cache-control': 'no-store' } })
})
