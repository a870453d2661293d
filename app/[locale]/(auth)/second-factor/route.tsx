import { permitToChange } from '@/app/[locale]/(learn)/account/permit'
import { type DocumentContext, documentPage } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { formPage } from '@/app/form-page'
import { type GivenBack, giveBack, giveCode } from '@/app/second-factor-form'
import { ProofForm } from '@/components/account/proof-form'
import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { proveSecondFactor } from '@/server/account/second-factor/prove'
import { currentProof } from '@/server/auth/session'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

const ACT = 'prove'

/** Asks for a code, and leads back to where it was asked for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, (context) => askPage(context, null))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: language } = await params
  const { search, searchParams } = new URL(request.url)
  return formPage(request, language, `/second-factor${search}`, async (form) => {
    const locale = isLocale(language) ? language : 'ar'
    const permit = await permitToChange()
    const given = await giveCode(form, (code) => proveSecondFactor(permit, code, new Date()))
    // A second tap sends the code that the first one has just used: she is where she wanted to be.
    if (given.status === 'proved' || (await currentProof()) === 'fresh') {
      return seeOther(safeReturnPath(searchParams.get('next')) ?? href(locale, '/account'))
    }
    const back = giveBack(given, ACT, form, locale, translator(locale))
    return documentPage(request, language, (context) => askPage(context, back))
  })
}

/** @throws {AppError} sign-in-required */
async function askPage(
  { locale, t, query }: DocumentContext,
  given: GivenBack | null,
): Promise<DocumentPage | Response> {
  const proof = await currentProof()
  const next = safeReturnPath(query.get('next'))
  const search = next ? `?next=${encodeURIComponent(next)}` : ''
  if (proof === null) throw new AppError('sign-in-required', 'second factor')
  if (proof === 'none') return seeOther(href(locale, '/account/second-factor') + search)
  if (proof === 'fresh') return seeOther(next ?? href(locale, '/account'))
  const refused = given?.refused ?? null
  const title = t('secondFactor.ask.title')
  const main = (
    <main id="main" className="wrap page narrow stack">
      <h1>{title}</h1>
      <p>{t('secondFactor.ask.lead')}</p>
      <ProofForm
        action={href(locale, '/second-factor') + search}
        act={ACT}
        asks="any-code"
        submit={t('secondFactor.ask.submit')}
        refused={refused}
        t={t}
      />
      <details className="card">
        <summary>{t('secondFactor.ask.lostTitle')}</summary>
        <p>{t('secondFactor.ask.lost')}</p>
      </details>
    </main>
  )
  return {
    title: refused ? `${t('fields.errorPrefix')} ${title}` : title,
    main,
    index: false,
    status: given?.httpStatus ?? 200,
  }
}
