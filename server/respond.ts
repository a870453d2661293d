import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { expectedError } from './expected-error'

const MAX_JSON_BYTES = 16_384

const STATUS: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'not-a-form': 415,
  'not-found': 404,
  forbidden: 403,
  'course-closed': 403,
  'sign-in-required': 401,
  'second-factor-missing': 403,
  'second-factor-required': 401,
  unconfirmed: 403,
  'too-large': 413,
  'too-many-requests': 429,
  conflict: 409,
  'notes-full': 409,
  'not-in-force': 409,
  'already-proposed': 409,
  'already-decided': 409,
  'confirmed-elsewhere': 409,
  'holder-gone': 410,
  'name-gone': 410,
  'no-seat': 409,
  'last-administrator': 409,
  'offer-ended': 409,
  'already-handed-in': 409,
  'no-attempts-left': 409,
  'exam-cooling-down': 409,
  'exam-locked': 409,
  'exam-not-yet': 409,
  'exam-under-way': 409,
  'bank-opened': 403,
  'bank-unopened': 409,
  'bank-closed': 403,
  'wrong-credentials': 401,
  'link-expired': 410,
  'imports-busy': 503,
  'text-too-slow': 400,
  'text-too-large': 400,
  'text-too-deep': 400,
  unavailable: 503,
}

export function statusOf(code: ErrorCode): number {
  return STATUS[code]
}

/**
 * Runs a route handler. An expected error becomes a response with its status and `{ code }`; anything else is thrown.
 */
export async function toErrorResponse(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const refusal = expectedError(error)
    if (!refusal) throw error
    return Response.json(
      { code: refusal.code },
      { status: STATUS[refusal.code], headers: { 'cache-control': 'no-store' } },
    )
  }
}

/**
 * The response to a form: the browser asks for `path` with GET, so that "back" and "reload" do not send the form again.
 */
export function seeOther(path: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store', ...headers } })
}

/** A JSON body that fits `schema`. @throws {AppError} invalid-input, too-large */
export async function readJson<T>(
  request: Request,
  schema: { safeParse: (value: unknown) => { data?: T } },
): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new AppError('invalid-input', 'not JSON')
  const value = parse((await readBytes(request.body, MAX_JSON_BYTES)).toString('utf8'))
  const { data } = schema.safeParse(value)
  if (data === undefined) throw new AppError('invalid-input', 'JSON does not fit')
  return data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Stops at the limit, whatever content length the request announced. @throws {AppError} too-large */
export async function readBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new AppError('too-large', 'request body')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
