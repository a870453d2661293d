import { json } from '@/app/http/json'
import { AppError } from '@/domain/errors'
import { stopLetters } from '@/server/account/letters/choose-letters'
import { stopOf } from '@/server/account/letters/my-letters'

/**
 * RFC 8058: if a person asks her mail program to stop such letters, the program posts here, without a cookie and from
 * another site. The signed token in the address is the whole request; the body is ignored.
 */
export const POST = json(async ({ request }) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const stop = await stopOf(token, new Date())
  if (!stop) throw new AppError('not-found', 'link of no letter')
  await stopLetters(stop, new Date())
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
})
