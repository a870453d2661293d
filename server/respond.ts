import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'

const MAX_JSON_CHARACTERS = 16_384

const STATUS: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'not-a-form': 415,
  'not-found': 404,
  forbidden: 403,
  'sign-in-required': 401,
  unconfirmed: 403,
  'too-large': 413,
  'too-many-requests': 429,
  conflict: 409,
  'already-handed-in': 409,
  'no-attempts-left': 409,
  'exam-cooling-down': 409,
  'exam-locked': 409,
  'wrong-credentials': 401,
  'link-expired': 410,
  unavailable: 503,
}

export function statusOf(code: ErrorCode): number {
  return STATUS[code]
}

/** Runs a route handler; a refusal we can explain becomes its status and `{ code }`, anything else is thrown. */
export async function orStatus(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) {
      return Response.json(
        { code: error.code },
        { status: STATUS[error.code], headers: { 'cache-control': 'no-store' } },
      )
    }
    throw error
  }
}

/** After a form: the browser asks for `path` with GET, so that "back" and "reload" send nothing again. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}

/** A JSON body that fits `schema`. @throws {AppError} invalid-input, too-large */
export async function readJson<T>(
  request: Request,
  schema: { safeParse: (value: unknown) => { data?: T } },
): Promise<T> {
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    throw new AppError('invalid-input', 'not JSON')
  const text = await request.text()
  if (text.length > MAX_JSON_CHARACTERS) throw new AppError('too-large', 'JSON body')
  const value = await Promise.resolve(text)
    .then(JSON.parse)
    .catch(() => undefined)
  const { data } = schema.safeParse(value)
  if (data === undefined) throw new AppError('invalid-input', 'JSON does not fit')
  return data
}
