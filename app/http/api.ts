import { ANSWERS, type Answer, type AnswerName } from '@/domain/api/answers'
import { type PageQuery, readPageQuery } from '@/domain/api/page-query'
import { ApiProblem, PROBLEMS, problemOf } from '@/domain/api/problem'
import { askedLanguage } from '@/i18n/asked-language'
import { translator } from '@/i18n/translator'
import { etagOf } from '@/server/api/etag'
import { type ApiAccess, openToken } from '@/server/api/open-token'
import { clientAddress } from '@/server/auth/client-address'
import { expectedError } from '@/server/expected-error'
import type { ApiProps } from './json'

type Asked<P extends string> = { page: PageQuery; params: Record<P, string>; now: Date }

const HEADERS = {
  vary: 'Authorization, Accept-Language',
  'x-robots-tag': 'noindex',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/**
 * The GET of an interface for systems of institutions. The token is checked first, and the answer is parsed by its
 * schema, so that it contains only what the OpenAPI document describes. A refusal is a problem of RFC 9457.
 */
export function api<Name extends AnswerName, P extends string = never>(
  name: Name,
  read: (access: ApiAccess, asked: Asked<P>) => Promise<Answer<Name>>,
) {
  return (request: Request, props?: ApiProps<P>): Promise<Response> =>
    orProblem(request, async () => {
      const now = new Date()
      const access = await openToken(request.headers.get('authorization'), clientAddress, now)
      const params = (await props?.params) ?? ({} as Record<P, string>)
      const page = readPageQuery(new URL(request.url).searchParams)
      return answerWith(request, JSON.stringify(ANSWERS[name].parse(await read(access, { page, params, now }))))
    })
}

/** The answer for an unknown address of the API. */
export function apiNotFound(request: Request): Promise<Response> {
  return orProblem(request, async () => {
    throw new ApiProblem('not-found')
  })
}

function answerWith(request: Request, body: string): Response {
  const etag = etagOf(body)
  // A client may keep the answer, and must ask each time whether it still holds: a token can be revoked.
  const headers = { ...HEADERS, etag, 'cache-control': 'private, no-cache' }
  if (isKnown(etag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
}

function isKnown(etag: string, known: string | null): boolean {
  return (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

async function orProblem(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : asProblem(error)
    if (!problem) throw error
    return writeProblem(request, problem)
  }
}

function asProblem(error: unknown): ApiProblem | null {
  return expectedError(error)?.code === 'unavailable' ? new ApiProblem('unavailable') : null
}

function writeProblem(request: Request, { code, retryAfter }: ApiProblem): Response {
  const locale = askedLanguage(request.headers.get('accept-language'))
  const t = translator(locale)
  const status = PROBLEMS[code]
  const words = { title: t(`api.problems.${code}.title`), detail: t(`api.problems.${code}.detail`) }
  return new Response(JSON.stringify(problemOf(code, words)), {
    status,
    headers: {
      ...HEADERS,
      'content-type': 'application/problem+json',
      'content-language': locale,
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': challengeOf(code) }),
      ...(retryAfter !== null && { 'retry-after': String(retryAfter) }),
    },
  })
}

/** RFC 6750: a request without a token gets no error code. */
function challengeOf(code: ApiProblem['code']): string {
  return code === 'token-missing' ? 'Bearer realm="api"' : 'Bearer realm="api", error="invalid_token"'
}
