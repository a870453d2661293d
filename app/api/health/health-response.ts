import type { Health } from '@/server/desk/health'

/** 200 if the site can answer, else 503. */
export function healthResponse(body: Partial<Health>): Response {
  const status = body.status === 'ok' ? 200 : 503
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
