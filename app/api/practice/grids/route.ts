import { json } from '@/app/http/json'
import { sentGridSchema } from '@/domain/practice/sent-grid'
import { permitToReadAccount } from '@/server/auth/permit'
import { saveGrid, storedGrid } from '@/server/practice/grid'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const NO_STORE = { 'cache-control': 'no-store' }

/**
 * Saves the answers to a grid as she ticks them. `changed`: the attempt was saved or handed in since; then `stored` says
 * by which page, since that may be an earlier request of the same one.
 */
export const PUT = json(async ({ request, caller }) => {
  requireSameOrigin(request)
  const permit = await permitToReadAccount(caller)
  const { caseId, fields, ...place } = await readJson(request, sentGridSchema)
  const field = (name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? []) : [])
  const outcome = await saveGrid(permit, caseId, { ...place, field }, new Date())
  const stored = outcome === 'changed' ? { stored: await storedGrid(permit, caseId) } : {}
  return Response.json({ outcome, ...stored }, { headers: NO_STORE })
})
