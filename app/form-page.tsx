import { WaitingAnswer } from '@/components/exam/waiting-answer'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { type QuestionField, questionFields } from '@/domain/exam/question-fields'
import { isLocale, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { refusalOf } from '@/server/refusal'
import { seeOther } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'
import { failureDocument, refusalDocument, waitingDocument } from './document'
import { wayIn } from './way-in'

/**
 * Runs what a natively posted form asks for. A refusal answers with its status and a page that says, in the reader's
 * language, what to do; who must show first who she is does so and comes back to `back`. With `keeps` her answer to a question
 * waits meanwhile on the page that says so. `admit` throws what refuses her before anything of the form is read.
 */
export async function formPage(
  request: Request,
  language: string,
  back: string,
  work: (form: FormData) => Promise<Response>,
  { keeps, admit }: { keeps?: 'answer'; admit?: () => Promise<unknown> } = {},
): Promise<Response> {
  const locale = isLocale(language) ? language : 'ar'
  const next = href(locale, back)
  let form: FormData | undefined
  try {
    if (!isLocale(language)) throw new AppError('not-found', 'language')
    requireSameOrigin(request)
    await admit?.()
    form = await readForm(request)
    return await work(form)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) return failureDocument(error, request, { locale, t: translator(locale), path: back })
    const fields = keeps && refusal.code === 'sign-in-required' ? questionFields(form ?? []) : null
    if (fields) return waitingAnswer(fields, { request, locale, back: next })
    const way = wayIn(refusal.code, locale, next)
    if (way) return seeOther(way)
    return refusalDocument(refusal.code, { request, locale, back: next })
  }
}

function waitingAnswer(
  fields: readonly QuestionField[],
  asked: { request: Request; locale: Locale; back: string },
): Response {
  const { request, locale, back } = asked
  const t = translator(locale)
  const main = (
    <WaitingAnswer
      action={new URL(request.url).pathname}
      fields={fields}
      signIn={wayIn('sign-in-required', locale, back) ?? back}
      t={t}
    />
  )
  return waitingDocument({ title: t('exam.waiting.title'), main, index: false }, asked)
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
