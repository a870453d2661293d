import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { accountFields } from '@/app/form-fields'
import { landing, type NextPage, nextPage, withNext } from '@/app/next-page'
import { type FormPlace, type GivenBack, pageForm, pageWithForm } from '@/app/page-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { readToken } from '@/domain/auth/email-link'
import { openAccountSchema, readOpenAccount } from '@/domain/auth/open-account'
import { confirmedBy, confirmSignUp, enterConfirmed, signUpToConfirm } from '@/server/account/confirm-sign-up'
import { sendConfirmationAgain } from '@/server/account/send-confirmation'
import { currentSession, openSession } from '@/server/auth/session'
import { seeOther, statusOf } from '@/server/respond'
import { AskForLinkForm, askedEmail, askForLink } from '../ask-for-link'
import { refuseAccount, typedForAccount } from '../refuse-account'

type Context = { params: Promise<{ locale: string }> }

/** Opening the link confirms nothing: mail programs open links too. The button does. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return pageWithForm(request, (await params).locale, confirmPage)
}

/** With the secret of a link: opens the account. Without: sends another link. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { search, searchParams } = new URL(request.url)
  const token = searchParams.get('token')
  const next = nextPage(searchParams)
  return pageForm(request, (await params).locale, {
    back: `/confirm${search}`,
    typed: token === null ? askedEmail : typedForAccount,
    act: (form, place) => (token === null ? askAgain(form, place, next) : open(form, place, token, next)),
    page: confirmPage,
  })
}

function askAgain(form: FormData, place: FormPlace, next: NextPage): Promise<Response | GivenBack> {
  const sent = `/confirm?${withNext({ sent: 'again' }, next)}`
  return askForLink(form, place, sent, (email, visit) => sendConfirmationAgain(email, next.path, visit))
}

async function open(form: FormData, place: FormPlace, secret: string, next: NextPage): Promise<Response | GivenBack> {
  const { locale } = place
  const token = readToken(secret) ?? ''
  const visit = await thisVisit()
  const typed = readOpenAccount(form)
  const signUp = await signUpToConfirm(token, visit.now)
  const { data: person, error } = openAccountSchema.safeParse({ ...typed, email: signUp?.email })
  if (signUp && !person) return refuseAccount(error, form, place)
  const opened = signUp && person ? await confirmSignUp(token, person, visit.now) : null
  const accountId = opened ?? (await enterConfirmed(token, typed.password, visit))
  // The page of a link that does not work says why.
  if (accountId === null) return seeOther(href(locale, `/confirm?${withNext({ token: secret }, next)}`))
  await openSession(accountId, visit.now)
  return seeOther(landing(next, locale))
}

async function confirmPage(context: DocumentContext, state: FormState) {
  const { locale, t, query } = context
  const secret = query.get('token')
  const token = readToken(secret) ?? ''
  const signUp = await signUpToConfirm(token, new Date())
  if (signUp) return openPage(context, signUp, state)

  const next = nextPage(query)
  const used = (await confirmedBy(token)) !== null
  const signedIn = used && (await currentSession()) !== null
  const broken = secret !== null && !used
  const sent = query.get('sent')
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.confirm.title')}</h1>
        {used && <p className="note ok">{t('account.confirm.already')}</p>}
        {broken && <p className="note warn">{t('errors.link-expired')}</p>}
        {sent !== null && (
          <p className="note ok" role="status">
            {t(sent === 'sign-up' ? 'account.signUp.sent' : 'account.confirm.sent')}
          </p>
        )}
        {!used && (
          <AskForLinkForm
            id="again"
            action={href(locale, `/confirm${next.query}`)}
            lead={t(sent === null ? 'account.confirm.againLead' : 'account.signUp.notArrived')}
            state={state}
            t={t}
          />
        )}
        <p>
          {signedIn ? (
            <a href={landing(next, locale)}>{t('nav.learning')}</a>
          ) : (
            <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
          )}
        </p>
      </div>
    </main>
  )
  const status = broken ? statusOf('link-expired') : 200
  return { title: t('account.confirm.title'), main, index: false, secretAddress: true, status }
}

/** What her sign-up said, to correct: whoever signed up with her address may have said something else. */
function openPage(
  { locale, t, query }: DocumentContext,
  signUp: Parameters<typeof accountFields>[1],
  state: FormState,
): DocumentPage {
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.confirm.openTitle')}</h1>
        <p>{t('account.confirm.lead')}</p>
        <PlainForm
          id="confirm"
          action={href(locale, `/confirm?${query}`)}
          fields={accountFields(t, signUp)}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('account.confirm.button')}
        />
      </div>
    </main>
  )
  return { title: t('account.confirm.openTitle'), main, index: false, secretAddress: true }
}
