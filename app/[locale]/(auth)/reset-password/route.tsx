import type { DocumentContext } from '@/app/document'
import { newPasswordField } from '@/app/form-fields'
import { type NextPage, nextPage, withNext } from '@/app/next-page'
import { type FormPlace, type GivenBack, pageForm, pageWithForm } from '@/app/page-form'
import { refuseFields } from '@/app/refuse-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { newPasswordFormSchema, readNewPassword, readToken } from '@/domain/auth/email-link'
import { type FieldProblem, fieldProblems } from '@/domain/form/field-problem'
import { requestReset } from '@/server/account/request-reset'
import { isResetLink, isUsedResetLink, resetPassword } from '@/server/account/reset-password'
import { seeOther, statusOf } from '@/server/respond'
import { AskForLinkForm, askedEmail, askForLink } from '../ask-for-link'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return pageWithForm(request, (await params).locale, resetPage)
}

/** With the secret of a link: sets the password. Without: sends a link. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { search, searchParams } = new URL(request.url)
  const token = searchParams.get('token')
  const next = nextPage(searchParams)
  return pageForm(request, (await params).locale, {
    back: `/reset-password${search}`,
    typed: token === null ? askedEmail : () => ({}),
    act: (form, place) => (token === null ? ask(form, place, next) : set(form, place, token, next)),
    page: resetPage,
  })
}

function ask(form: FormData, place: FormPlace, next: NextPage): Promise<Response | GivenBack> {
  const sent = `/reset-password?${withNext({ sent: '1' }, next)}`
  return askForLink(form, place, sent, (email, visit) => requestReset(email, next.path, visit))
}

async function set(form: FormData, place: FormPlace, secret: string, next: NextPage): Promise<Response | GivenBack> {
  const { locale, t } = place
  const token = readToken(secret) ?? ''
  const visit = await thisVisit()
  // The page of a link that does not work says why.
  if (!(await isResetLink(token, visit.now)))
    return seeOther(href(locale, `/reset-password?${withNext({ token: secret }, next)}`))
  const chosen = newPasswordFormSchema.safeParse(readNewPassword(form))
  if (!chosen.success) return refuse(fieldProblems(chosen.error))
  const problem = await resetPassword(token, chosen.data.password, visit)
  return problem
    ? refuse({ password: problem })
    : seeOther(href(locale, `/sign-in?${withNext({ notice: 'reset' }, next)}`))

  function refuse(problems: Record<string, FieldProblem>): GivenBack {
    return { state: refuseFields(t, problems, {}), status: statusOf('invalid-input') }
  }
}

async function resetPage({ locale, t, query }: DocumentContext, state: FormState) {
  const next = nextPage(query)
  const secret = query.get('token')
  const token = readToken(secret) ?? ''
  const works = await isResetLink(token, new Date())
  const used = !works && (await isUsedResetLink(token))
  const broken = secret !== null && !works
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.reset.title')}</h1>
        {broken && <p className="note warn">{t(used ? 'account.reset.used' : 'errors.link-expired')}</p>}
        {query.has('sent') && (
          <p className="note ok" role="status">
            {t('account.confirm.sent')}
          </p>
        )}
        {works ? (
          <>
            <p>{t('account.reset.newLead')}</p>
            <PlainForm
              id="new-password"
              action={href(locale, `/reset-password?${query}`)}
              fields={[newPasswordField(t, 'password')]}
              state={state}
              texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
              submit={t('account.reset.button')}
            />
          </>
        ) : (
          <AskForLinkForm
            id="reset"
            action={href(locale, `/reset-password${next.query}`)}
            lead={t('account.reset.lead')}
            state={state}
            t={t}
          />
        )}
        <p>
          <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
        </p>
      </div>
    </main>
  )
  const status = broken ? statusOf('link-expired') : 200
  return { title: t('account.reset.title'), main, index: false, secretAddress: true, status }
}
