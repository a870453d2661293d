import { AppError } from '@/domain/errors'
import { readBytes } from '@/server/respond'

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/**
 * @param limit in bytes; by default, the limit of the web server. @throws {AppError} not-a-form, invalid-input,
 * too-large
 */
export async function readForm(request: Request, limit?: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!FORM.test(type)) throw new AppError('not-a-form', type)
  const bounded =
    limit === undefined
      ? request
      : new Response(await readBytes(request.body, limit), { headers: { 'content-type': type } })
  try {
    return await bounded.formData()
  } catch {
    throw new AppError('invalid-input', 'malformed form')
  }
}
