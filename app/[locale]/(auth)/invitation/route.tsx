import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { accountFields } from '@/app/form-fields'
import { type FormPlace, type GivenBack, pageForm, pageWithForm } from '@/app/page-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { openAccountSchema, readOpenAccount } from '@/domain/auth/open-account'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { requirePermission } from '@/server/auth/permit'
import { currentSession, openSession } from '@/server/auth/session'
import { acceptInvitation, takenWith } from '@/server/cohort/accept-invitation'
import { type InvitationFacts, invitationFacts } from '@/server/cohort/invitation-facts'
import type { InvitedPerson } from '@/server/cohort/invited-person'
import { enterJoined, type Invitee, inviteeOf, joinInvited } from '@/server/cohort/join-invited'
import { seeOther } from '@/server/respond'
import { refuseAccount, typedForAccount } from '../refuse-account'

type Context = { params: Promise<{ locale: string }> }

/** What a link invites to. Looking uses nothing up. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return pageWithForm(request, (await params).locale, invitationPage)
}

/** Takes the place, of a new account too, and opens the course. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return pageForm(request, (await params).locale, {
    back: pathOf(token),
    typed: typedForAccount,
    act: async (form, place) => {
      const signedIn = (await currentSession()) !== null
      return signedIn || !form.has('password') ? accept(token, place) : join(form, place, token)
    },
    page: invitationPage,
  })
}

const pathOf = (token: string) => `/invitation?token=${encodeURIComponent(token)}`

async function accept(token: string, { locale }: FormPlace): Promise<Response> {
  const permit = await requirePermission('cohort:join', {})
  const taken = await takenWith(token, permit.actor.accountId)
  const { courseId } = taken ?? (await acceptInvitation(permit, token, new Date()))
  return seeOther(href(locale, `/courses/${courseId}`))
}

async function join(form: FormData, place: FormPlace, token: string): Promise<Response | GivenBack> {
  const visit = await thisVisit()
  const typed = readOpenAccount(form)
  const invitee = await inviteeOf(token, visit.now)
  // The page says that she has an account by now.
  if (invitee?.kind === 'known') return seeOther(href(place.locale, pathOf(token)))
  const { data: person, error } = openAccountSchema.safeParse({ ...typed, email: invitee?.person.email })
  if (invitee && !person) return refuseAccount(error, form, place)
  const opened = invitee && person ? await joinInvited(token, person, visit.now) : null
  const joined = opened ?? (await enterJoined(token, typed.password, visit))
  if (!joined) return seeOther(href(place.locale, pathOf(token)))
  await openSession(joined.accountId, visit.now)
  return seeOther(href(place.locale, `/courses/${joined.courseId}`))
}

async function invitationPage({ locale, t, query }: DocumentContext, state: FormState): Promise<DocumentPage> {
  const token = query.get('token') ?? ''
  const facts = await invitationFacts(token, new Date())
  const session = await currentSession()
  const invitee = facts && !session ? await inviteeOf(token, new Date()) : null
  const part = { token, state, locale, t }
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        {facts ? <Invited facts={facts} locale={locale} t={t} /> : <h1>{t('cohorts.invitation.title')}</h1>}
        {!facts && <p className="note warn">{t('cohorts.invitation.broken')}</p>}
        {facts &&
          !session &&
          (invitee?.kind === 'new' ? <Join {...part} {...invitee} /> : <SignIn {...part} {...invitee} />)}
        {facts && session && !session.confirmed && (
          <p className="note warn">
            {t('cohorts.invitation.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
          </p>
        )}
        {facts && session?.confirmed && (
          <PlainForm
            id="accept"
            action={href(locale, pathOf(token))}
            fields={[]}
            state={state}
            texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
            submit={t('cohorts.invitation.accept')}
          />
        )}
      </div>
    </main>
  )
  const status = facts ? 200 : 410
  return { title: t('cohorts.invitation.title'), main, index: false, secretAddress: true, status }
}

type Part = { locale: Locale; t: Translator }

function Invited({ facts: { cohort, institution, title }, locale, t }: Part & { facts: InvitationFacts }) {
  const days = t('cohorts.list.from', {
    start: formatLooseDate(cohort.startsOn, locale),
    end: formatLooseDate(cohort.endsOn, locale),
  })
  return (
    <>
      <p className="sm muted">{t('cohorts.invitation.title')}</p>
      <h1>{typeset(title[locale], locale)}</h1>
      <p className="lead">
        {t('cohorts.invitation.lead', {
          institution: locale === 'ar' ? institution.nameArabic : institution.nameLatin,
        })}
      </p>
      <p>
        <bdi>{t('cohorts.invitation.cohort', { name: cohort.name, days })}</bdi>
      </p>
    </>
  )
}

/** Her account and her place in one form: the letter has shown that the address is hers. */
function Join({ token, person, state, locale, t }: Part & { token: string; person: InvitedPerson; state: FormState }) {
  return (
    <>
      <p>{t('cohorts.invitation.check')}</p>
      <PlainForm
        id="join"
        action={href(locale, pathOf(token))}
        fields={accountFields(t, { ...person, function: person.function ?? '' })}
        state={state}
        texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
        submit={t('cohorts.invitation.accept')}
      />
      <p>
        <a href={door('/sign-in', token, locale)}>{t('cohorts.invitation.otherAccount')}</a>
      </p>
    </>
  )
}

/** Both doors lead back here, through the confirmation of a new address too. */
function SignIn({ token, kind, locale, t }: Part & { token: string; kind?: Invitee['kind'] }) {
  return (
    <div className="stack-s">
      <p>{t(kind === 'known' ? 'cohorts.invitation.known' : 'cohorts.invitation.signIn')}</p>
      <p className="row">
        <a className="btn primary" href={door('/sign-in', token, locale)}>
          {t('nav.signIn')}
        </a>
        {kind !== 'known' && (
          <a className="btn" href={door('/sign-up', token, locale)}>
            {t('nav.signUp')}
          </a>
        )}
      </p>
    </div>
  )
}

function door(page: '/sign-in' | '/sign-up', token: string, locale: Locale): string {
  return `${href(locale, page)}?next=${encodeURIComponent(href(locale, pathOf(token)))}`
}
