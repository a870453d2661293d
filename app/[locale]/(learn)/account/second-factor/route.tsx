import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { seeOther } from '@/server/respond'
import { permitToChange } from '../permit'
import { runAct } from './acts'
import { codesPage, statePage } from './state-page'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) =>
    statePage(context, await permitToChange(), null),
  )
}

/** Every form of the page: its answer is this page again, so that the language links stay. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const { pathname, search } = new URL(request.url)
  return formPage(request, locale, `/account/second-factor${search}`, async (form) => {
    const permit = await permitToChange()
    const language = isLocale(locale) ? locale : 'ar'
    const outcome = await runAct(permit, form, language, translator(language))
    if (outcome.status === 'done') return seeOther(pathname + search)
    return documentPage(request, locale, async (context) =>
      outcome.status === 'codes' ? codesPage(context, outcome) : statePage(context, permit, outcome),
    )
  })
}
