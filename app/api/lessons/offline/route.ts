import { json } from '@/app/http/json'
import { offlineActSchema } from '@/domain/progress/offline-act'
import { takeOfflineAct } from '@/server/progress/offline-act'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

/** Stores one act from a kept lesson. Responds `{ outcome }`, or 409 if it belongs to another account. */
export const POST = json(async ({ request, caller }) => {
  requireSameOrigin(request)
  const outcome = await takeOfflineAct(caller, await readJson(request, offlineActSchema), new Date())
  return Response.json({ outcome }, { headers: { 'cache-control': 'no-store' } })
})
