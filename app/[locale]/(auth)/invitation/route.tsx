import { accountFields } from '@/app/form-fields'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { openAccountSchema, readOpenAccount } from '@/domain/auth/open-account'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { requirePermission } from '@/server/auth/permit'
import { openSession } from '@/server/auth/session'
import { acceptInvitation, takenWith } from '@/server/cohort/accept-invitation'
import { type InvitationFacts, invitationFacts } from '@/server/cohort/invitation-facts'
import type { InvitedPerson } from '@/server/cohort/invited-person'
import { enterJoined, type Invitee, inviteeOf, joinInvited } from '@/server/cohort/join-invited'
import { refuseAccount, typedForAccount } from '../refuse-account'

/** What a link invites to: looking uses nothing up. The form takes the place, of a new account too, and opens the course. */
export const { GET, POST } = formPage({
  page: invitationPage,
  typed: (form) => ({ values: typedForAccount(form) }),
  read: (form) => form,
  act: async (_, form: FormData, context: Context) => {
    const signedIn = (await context.caller.session()) !== null
    return signedIn || !form.has('password') ? accept(context) : join(form, context)
  },
  done: (path, { locale }) => href(locale, path),
})

const tokenIn = (query: URLSearchParams) => query.get('token') ?? ''
const pathOf = (token: string) => `/invitation?token=${encodeURIComponent(token)}`

async function accept({ caller, query }: Context): Promise<string> {
  const permit = await requirePermission(caller, 'cohort:join', {})
  const token = tokenIn(query)
  const taken = await takenWith(token, permit.actor.accountId)
  const { courseId } = taken ?? (await acceptInvitation(permit, token, new Date()))
  return `/courses/${courseId}`
}

async function join(form: FormData, context: Context): Promise<string | Refused> {
  const token = tokenIn(context.query)
  const visit = await thisVisit()
  const typed = readOpenAccount(form)
  const invitee = await inviteeOf(token, visit.now)
  // The page says that she has an account by now.
  if (invitee?.kind === 'known') return pathOf(token)
  const { data: person, error } = openAccountSchema.safeParse({ ...typed, email: invitee?.person.email })
  if (invitee && !person) return refuseAccount(error, form, context)
  const opened = invitee && person ? await joinInvited(token, person, visit.now) : null
  const joined = opened ?? (await enterJoined(token, typed.password, visit))
  if (!joined) return pathOf(token)
  await openSession(joined.accountId, visit.now)
  return `/courses/${joined.courseId}`
}

async function invitationPage(
  { locale, t, query, caller }: Context,
  _: unknown,
  state: FormState,
): Promise<DocumentPage> {
  const token = tokenIn(query)
  const facts = await invitationFacts(token, new Date())
  const session = await caller.session()
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
