import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { refusalOf } from '@/server/refusal'
import { seeOther } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'
import { failureDocument, refusalDocument } from './document'
import { wayIn } from './way-in'

/**
 * Runs what a natively posted form asks for. A refusal answers with its status and a page that says, in the reader's
 * language, what to do; who must show first who she is does so and comes back to `back`.
 */
export async function formPage(
  request: Request,
  language: string,
  back: string,
  work: (form: FormData) => Promise<Response>,
): Promise<Response> {
  const locale = isLocale(language) ? language : 'ar'
  const next = href(locale, back)
  try {
    if (!isLocale(language)) throw new AppError('not-found', 'language')
    requireSameOrigin(request)
    return await work(await readForm(request))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) return failureDocument(error, request, { locale, t: translator(locale), path: back })
    const way = wayIn(refusal.code, locale, next)
    if (way) return seeOther(way)
    return refusalDocument(refusal.code, { request, locale, back: next })
  }
}

/** @throws {AppError} not-a-form, invalid-input */
async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type))
    throw new AppError('not-a-form', type)
  try {
    return await request.formData()
  } catch {
    throw new AppError('invalid-input', 'malformed form')
  }
}
