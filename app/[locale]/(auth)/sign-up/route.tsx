import type { DocumentContext } from '@/app/document'
import { emailField, nameFields, profileFields } from '@/app/form-fields'
import { landing, type NextPage, nextPage, withNext } from '@/app/next-page'
import { type FormPlace, type GivenBack, pageForm, pageWithForm } from '@/app/page-form'
import { refuseFields } from '@/app/refuse-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { readSignUp, signUpSchema } from '@/domain/auth/sign-up'
import { fieldProblems } from '@/domain/form/field-problem'
import { signUp } from '@/server/account/sign-up'
import { currentSession } from '@/server/auth/session'
import { seeOther, statusOf } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return pageWithForm(request, (await params).locale, signUpPage)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const next = nextPage(new URL(request.url).searchParams)
  return pageForm(request, (await params).locale, {
    back: `/sign-up${next.query}`,
    typed: readSignUp,
    act: (form, place) => ask(form, place, next),
    page: signUpPage,
  })
}

async function ask(form: FormData, { locale, t }: FormPlace, next: NextPage): Promise<Response | GivenBack> {
  const typed = readSignUp(form)
  const { data: person, error } = signUpSchema.safeParse(typed)
  if (!person) return { state: refuseFields(t, fieldProblems(error), typed), status: statusOf('invalid-input') }
  await signUp(person, next.path, await thisVisit())
  return seeOther(href(locale, `/confirm?${withNext({ sent: 'sign-up' }, next)}`))
}

async function signUpPage({ locale, t, query }: DocumentContext, state: FormState) {
  const next = nextPage(query)
  if (await currentSession()) return seeOther(landing(next, locale))
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signUp')}</h1>
        <p>
          {t('account.signUp.lead')} <a href={href(locale, '/privacy')}>{t('account.signUp.privacy')}</a>
        </p>
        <p>
          {t('account.haveAccount')} <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
        </p>
        <PlainForm
          id="sign-up"
          action={href(locale, `/sign-up${next.query}`)}
          fields={[
            ...nameFields(t),
            emailField(t, 'email'),
            ...profileFields(t, { function: '', institution: '', locale }),
          ]}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('nav.signUp')}
        />
      </div>
    </main>
  )
  return { title: t('nav.signUp'), main, index: false }
}
