import { AppError } from '@/domain/errors'
import { type ReceivedForm, receiveUpload } from '@/server/file/receive-upload'
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

/** A form without a file on the disk. */
export async function readWithoutUpload(request: Request): Promise<ReceivedForm> {
  return { form: await readForm(request), upload: null, discard: async () => {} }
}

/**
 * A form with one file, which goes to the disk. The other forms of the page, and a form that was kept for a code,
 * contain no file and are read as usual.
 *
 * @param limit of the file, in bytes. @throws {AppError} not-a-form, invalid-input
 */
export async function readUpload(request: Request, limit: number): Promise<ReceivedForm> {
  const type = request.headers.get('content-type') ?? ''
  return /^multipart\/form-data\b/i.test(type) ? receiveUpload(request, limit) : readWithoutUpload(request)
}
