import type { DocumentContext } from '@/app/document'
import { currentPasswordField, emailField } from '@/app/form-fields'
import { landing, type NextPage, nextPage } from '@/app/next-page'
import { type FormPlace, type GivenBack, pageForm, pageWithForm } from '@/app/page-form'
import { refuseCode, refuseFields, refuseLocked } from '@/app/refuse-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { readSignIn, signInSchema } from '@/domain/auth/sign-in'
import { fieldProblems } from '@/domain/form/field-problem'
import { signIn } from '@/server/account/sign-in'
import { currentSession, openSession } from '@/server/auth/session'
import { seeOther, statusOf } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

const NOTICES = ['reset', 'signed-out', 'deleted', 'not-saved'] as const
const COURSE = /^\/\w+\/courses\//

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return pageWithForm(request, (await params).locale, signInPage)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const next = nextPage(new URL(request.url).searchParams)
  return pageForm(request, (await params).locale, {
    back: `/sign-in${next.query}`,
    typed,
    act: (form, place) => enter(form, place, next),
    page: signInPage,
  })
}

const typed = (form: FormData) => ({ email: readSignIn(form).email })

async function enter(form: FormData, { locale, t }: FormPlace, next: NextPage): Promise<Response | GivenBack> {
  const values = typed(form)
  const credentials = signInSchema.safeParse(readSignIn(form))
  if (!credentials.success) {
    const state = refuseFields(t, fieldProblems(credentials.error), values)
    return { state, status: statusOf('invalid-input') }
  }
  const visit = await thisVisit()
  const outcome = await signIn(credentials.data, visit)
  if (outcome.status === 'locked') {
    return { state: refuseLocked(t, locale, outcome.until, values), status: statusOf('too-many-requests') }
  }
  if (outcome.status === 'wrong') {
    const again = { href: href(locale, `/confirm${next.query}`), label: t('account.confirmAgain') }
    return { state: refuseCode(t, 'wrong-credentials', values, again), status: statusOf('wrong-credentials') }
  }
  await openSession(outcome.accountId, visit.now)
  return seeOther(landing(next, locale))
}

async function signInPage({ locale, t, query }: DocumentContext, state: FormState) {
  const next = nextPage(query)
  if (await currentSession()) return seeOther(landing(next, locale))
  const notice = NOTICES.find((known) => known === query.get('notice'))
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signIn')}</h1>
        {notice && (
          <p className={`note ${notice === 'not-saved' ? 'warn' : 'ok'}`} role="status">
            {t(`account.notices.${notice}`)}
          </p>
        )}
        {next.path && !notice && (
          <p className="note">{t(COURSE.test(next.path) ? 'account.startLead' : 'errors.sign-in-required')}</p>
        )}
        <PlainForm
          id="sign-in"
          action={href(locale, `/sign-in${next.query}`)}
          fields={[emailField(t, 'username'), currentPasswordField(t, 'password')]}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('nav.signIn')}
          beside={{ href: href(locale, `/sign-up${next.query}`), label: t('nav.signUp') }}
        />
        <p>
          <a href={href(locale, `/reset-password${next.query}`)}>{t('account.forgot')}</a>
        </p>
      </div>
    </main>
  )
  return { title: t('nav.signIn'), main, index: false }
}
