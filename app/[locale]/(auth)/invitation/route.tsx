import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { requirePermission } from '@/server/auth/permit'
import { currentSession } from '@/server/auth/session'
import { acceptInvitation, takenWith } from '@/server/cohort/accept-invitation'
import { type InvitationFacts, invitationFacts } from '@/server/cohort/invitation-facts'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

/** What a link invites to. Looking uses nothing up. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, (context) => invitationPage(context))
}

/** Takes the place, and opens the course. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return formPage(request, locale, `/invitation?token=${encodeURIComponent(token)}`, async () => {
    const permit = await requirePermission('cohort:join', {})
    const taken = await takenWith(token, permit.actor.accountId)
    const { courseId } = taken ?? (await acceptInvitation(permit, token, new Date()))
    return seeOther(`/${locale}/courses/${courseId}`)
  })
}

async function invitationPage({ locale, t, query }: DocumentContext) {
  const token = query.get('token') ?? ''
  const facts = await invitationFacts(token, new Date())
  const session = await currentSession()
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        {facts ? <Invited facts={facts} locale={locale} t={t} /> : <h1>{t('cohorts.invitation.title')}</h1>}
        {!facts && <p className="note warn">{t('cohorts.invitation.broken')}</p>}
        {facts && !session && <SignIn token={token} locale={locale} t={t} />}
        {facts && session && !session.confirmed && (
          <p className="note warn">
            {t('cohorts.invitation.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
          </p>
        )}
        {facts && session?.confirmed && (
          <form method="post" action={`${href(locale, '/invitation')}?token=${encodeURIComponent(token)}`}>
            <button type="submit" className="btn primary">
              {t('cohorts.invitation.accept')}
            </button>
          </form>
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

/** Both doors lead back here, through the confirmation of a new address too. */
function SignIn({ token, locale, t }: Part & { token: string }) {
  const next = encodeURIComponent(`${href(locale, '/invitation')}?token=${encodeURIComponent(token)}`)
  return (
    <div className="stack-s">
      <p>{t('cohorts.invitation.signIn')}</p>
      <p className="row">
        <a className="btn primary" href={`${href(locale, '/sign-in')}?next=${next}`}>
          {t('nav.signIn')}
        </a>
        <a className="btn" href={`${href(locale, '/sign-up')}?next=${next}`}>
          {t('nav.signUp')}
        </a>
      </p>
    </div>
  )
}
