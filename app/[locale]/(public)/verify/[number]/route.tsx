import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { NameAnswerNote } from '@/components/certificate/name-answer-note'
import { readTypedName } from '@/domain/certificate/name-check'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { clientAddress } from '@/server/auth/client-address'
import { checkName } from '@/server/certificate/check-name'
import { renderToHtml } from '@/server/content/render-once'
import { resultPage } from './result-page'

type Context = { params: Promise<{ locale: string; number: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, number } = await params
  return documentPage(request, locale, (context) =>
    resultPage(context, { number, key: context.query.get('key'), given: null }),
  )
}

/** Is this the name on the paper? The answer is this page, or a piece of it for its own script; no address holds a name. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, number } = await params
  return formPage(request, locale, `/verify/${encodeURIComponent(number)}`, async (form) => {
    const typed = readTypedName(form)
    if (typed.status === 'too-long') throw new AppError('too-large', 'typed name')
    if (typed.status === 'empty') throw new AppError('invalid-input', 'no name')
    const { name } = typed
    const answer = await checkName(number, name, { address: await clientAddress(), now: new Date() })
    if (!request.headers.get('x-fragment')) {
      return documentPage(request, locale, (context) =>
        resultPage(context, { number, key: null, given: { name, answer } }),
      )
    }
    const t = translator(isLocale(locale) ? locale : 'ar')
    return new Response(renderToHtml(<NameAnswerNote answer={answer} t={t} />), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
  })
}
