import { json } from '@/app/http/json'
import { offlineActSchema } from '@/domain/progress/offline-act'
import { takeOfflineAct } from '@/server/progress/offline-act'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

/** Takes one thing that was done in a kept lesson. Responds `{ outcome }`, and 409 if it is another person's. */
export const POST = json(async ({ request, caller }) => {
  requireSameOrigin(request)
  const outcome = await takeOfflineAct(caller, await readJson(request, offlineActSchema), new Date())
  return Response.json({ outcome }, { headers: { 'cache-control': 'no-store' } })
})
