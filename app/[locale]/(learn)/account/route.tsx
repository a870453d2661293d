import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { wayIn } from '@/app/way-in'
import { href } from '@/components/shell/paths'
import { isLocale, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { currentActor } from '@/server/auth/session'
import { seeOther } from '@/server/respond'
import { accountPage } from './account-page'
import { type FormName, readAct, runAct, signOut } from './acts'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, (context) => accountPage(context, null))
}

/** Every form of the page. One that is refused answers with this page again, so that the language links stay. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: language } = await params
  return formPage(request, language, '/account', async (form) => {
    const locale = isLocale(language) ? language : 'ar'
    const act = readAct(form)
    const signedIn = (await currentActor()).kind === 'person'
    if (act === 'sign-out' || act === 'sign-out-everywhere') {
      await signOut(act)
      return seeOther(`${href(locale, '/sign-in')}?notice=signed-out`)
    }
    // What she typed is not sent on with her: it may be a password.
    if (!signedIn) return seeOther(`${wayIn('sign-in-required', locale, href(locale, '/account'))}&notice=not-saved`)
    const refused = await runAct(act, form, locale, translator(locale))
    if (refused) return documentPage(request, language, (context) => accountPage(context, { act, ...refused }))
    return seeOther(afterwards(act, locale))
  })
}

/** Where she sees that it is done: at the part of the page that she was at. */
function afterwards(act: FormName, locale: Locale): string {
  if (act === 'delete') return `${href(locale, '/sign-in')}?notice=deleted`
  return `${href(locale, '/account')}?done=${act}#${act}`
}
