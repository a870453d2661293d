import { type Caller, newCaller } from '@/server/auth/caller'
import { toErrorResponse } from '@/server/respond'

export type ApiProps<P extends string = never> = { params: Promise<Record<P, string>> }
export type ApiContext<P extends string = never> = { request: Request; params: Record<P, string>; caller: Caller }

/** An interface for programs: an error is its status with `{ code }`. */
export function json<P extends string = never>(answer: (context: ApiContext<P>) => Promise<Response>) {
  return (request: Request, props?: ApiProps<P>): Promise<Response> =>
    toErrorResponse(async () => {
      const params = (await props?.params) ?? ({} as Record<P, string>)
      return answer({ request, params, caller: newCaller() })
    })
}

/**
 * JSON that any verifier may fetch, also from a page of another site. It is cached for a minute only, so that a
 * revocation takes effect soon.
 */
export function publicJson<P extends string = never>(
  type: string,
  make: (params: Record<P, string>) => Promise<object>,
) {
  return json<P>(
    async ({ params }) =>
      new Response(JSON.stringify(await make(params)), {
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
