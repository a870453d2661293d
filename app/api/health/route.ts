import { databaseAnswers } from '@/server/health'

/** For load balancers and monitors: 200 if the site and its database answer, else 503. It reveals nothing else. */
export async function GET(): Promise<Response> {
  const ok = await databaseAnswers()
  return Response.json(
    { status: ok ? 'ok' : 'unavailable' },
    { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
