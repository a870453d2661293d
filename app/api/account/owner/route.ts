import { json } from '@/app/http/json'
import { ownerKey } from '@/server/auth/owner-key'

/** The key of the person for whom a device stores and sends what is done in a kept lesson; null if signed out. */
export const GET = json(async ({ caller }) => {
  const session = await caller.session()
  const owner = session && (await ownerKey(session.accountId))
  return Response.json({ owner }, { headers: { 'cache-control': 'no-store' } })
})
