import { orStatus } from '@/server/respond'

/** What any verifier may fetch, from a page of another site too; kept for a minute, so that a withdrawal shows at once. */
export function publicJson(type: string, make: () => Promise<object>): Promise<Response> {
  return orStatus(
    async () =>
      new Response(JSON.stringify(await make()), {
        headers: {
          'content-type': type,
          'cache-control': 'public, max-age=60',
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
          'x-robots-tag': 'noindex',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        },
      }),
  )
}
