import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { CitationLinks } from '@/components/library/citation-links'
import { FileLessons } from '@/components/practice/file-lessons'
import { PlanPage } from '@/components/practice/referral/plan-page'
import { href } from '@/components/shell/paths'
import { practiceRefOf } from '@/domain/case/practice-ref'
import { AppError } from '@/domain/errors'
import { comparePlan } from '@/domain/practice/referral/compare-plan'
import { readPlanForm } from '@/domain/practice/referral/plan'
import { permitToChangeAccount } from '@/server/auth/permit'
import { shownContacts } from '@/server/contact/shown-contacts'
import { library } from '@/server/content/library'
import { lessonsFor } from '@/server/course/named-practice'
import { changeOwnPlan, ownPlan, planProfile } from '@/server/practice/referral-plan'

/** A plan of referral for an invented person. Every press of a button sends the whole plan, and is stored as ids. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'profile'>) => {
    const permit = await permitToChangeAccount(caller)
    return { permit, profile: planProfile(params.profile) }
  },
  page: (context, { permit, profile }) => planPage(context, permit, profile),
  read: (form) => {
    const pressed = readPlanForm(form, library().pathway)
    const version = Number(form.get('version'))
    if (!pressed || !Number.isInteger(version) || version < 0) throw new AppError('invalid-input', 'plan of referral')
    return { ...pressed, version, compare: form.get('act') === 'compare' && pressed.plan.length > 0 }
  },
  act: async ({ permit, profile }, pressed) => {
    const outcome = await changeOwnPlan(permit, profile, pressed, new Date())
    return { outcome, pressed }
  },
  done: ({ outcome, pressed: { change, compare } }, { locale, params }) => {
    const path = href(locale, `/practice/referral/${params.profile}`)
    if (outcome === 'changed-meanwhile') return `${path}?meanwhile=1`
    if (compare) return `${path}?compared=1#comparison`
    return `${path}#${change.change === 'add' || change.change === 'up' || change.change === 'down' ? `step-${change.step}` : 'plan'}`
  },
})

async function planPage(
  { locale, t, query }: Context<'profile'>,
  permit: Parameters<typeof ownPlan>[0],
  profile: Parameters<typeof ownPlan>[1],
): Promise<DocumentPage> {
  const store = library()
  const { plan, version, compared } = await ownPlan(permit, profile)
  // The reference is shown only once she has compared a plan of her own.
  const comparison = compared && query.has('compared') ? comparePlan(store.pathway, profile, plan) : null
  const lessons = await lessonsFor(practiceRefOf('referral', profile.id), null)
  const main = (
    <PlanPage
      profile={profile}
      plan={plan}
      version={version}
      comparison={comparison}
      meanwhile={query.has('meanwhile')}
      lessons={<FileLessons lessons={lessons} locale={locale} t={t} />}
      store={store}
      contacts={await shownContacts(profile.facts.region, new Date())}
      cite={(cites) => <CitationLinks cites={cites} store={store} locale={locale} className="facts xs" />}
      locale={locale}
      t={t}
    />
  )
  return { title: t('referralPlan.title'), main, styles: ['referral.css'], index: false }
}
