import { json } from '@/app/http/json'
import { askedChallengeSchema } from '@/domain/auth/passkey'
import { askForPasskey } from '@/server/account/second-factor/challenge'
import { permitToChangeAccount } from '@/server/auth/permit'
import { readJson } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

/** What a passkey must sign now, as the options of `navigator.credentials.get` in JSON. */
export const POST = json(async ({ request, caller }) => {
  requireSameOrigin(request)
  const permit = await permitToChangeAccount(caller)
  const { kind } = await readJson(request, askedChallengeSchema)
  return Response.json(await askForPasskey(permit, kind, new Date()), { headers: { 'cache-control': 'no-store' } })
})
