import { refusalDocument } from '@/app/document'
import { type FormPlace, type GivenBack, pageForm, pageWithForm } from '@/app/page-form'
import { wayIn } from '@/app/way-in'
import { href } from '@/components/shell/paths'
import { currentActor } from '@/server/auth/session'
import { seeOther } from '@/server/respond'
import { accountPage } from './account-page'
import { type FormName, isForm, readAct, runAct, signOut, typedIn } from './acts'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return pageWithForm(request, (await params).locale, (context) => accountPage(context, null))
}

/** Every form of the page: each says which it is. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  let sent: FormName | null = null
  return pageForm(request, (await params).locale, {
    back: '/account',
    typed: typedIn,
    act: async (form, place) => {
      const act = readAct(form)
      if (isForm(act)) sent = act
      return act ? answer(act, form, place) : refusalDocument('invalid-input', { request, ...backTo(place) })
    },
    page: (context, state) => accountPage(context, sent && { act: sent, state }),
  })
}

async function answer(
  act: NonNullable<ReturnType<typeof readAct>>,
  form: FormData,
  place: FormPlace,
): Promise<Response | GivenBack> {
  const { locale, back } = backTo(place)
  if (!isForm(act)) {
    await signOut(act)
    return seeOther(`${href(locale, '/sign-in')}?notice=signed-out`)
  }
  const signedIn = (await currentActor()).kind === 'person'
  // What she typed is not sent on with her: it may be a password.
  if (!signedIn) return seeOther(`${wayIn('sign-in-required', locale, back)}&notice=not-saved#main`)
  const refused = await runAct(act, form, place)
  if (refused) return refused
  // She sees that it is done where she was on the page. Each address names a place: one that names none would keep that of the
  // form, which is not there.
  return seeOther(act === 'delete' ? `${href(locale, '/sign-in')}?notice=deleted#main` : `${back}?done=${act}#${act}`)
}

const backTo = ({ locale }: FormPlace) => ({ locale, back: href(locale, '/account') })
