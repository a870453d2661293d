import { profilePath } from '@/domain/case/case-path'
import type { RegionalContacts } from '@/domain/contact/contact'
import type { Library } from '@/domain/library/library'
import type { PlanProfile } from '@/domain/library/pathway'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { PlanComparison } from '@/domain/practice/referral/compare-plan'
import type { Plan } from '@/domain/practice/referral/plan'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { ReviewState } from '../../ui/review-state'
import { Comparison } from './comparison'
import { PathwayDrawing } from './pathway-drawing'
import { PlanForm } from './plan-form'
import { ProfileFacts } from './profile-facts'
import { RegionContacts } from './region-contacts'

type Props = {
  profile: PlanProfile
  plan: Plan
  version: number
  /** Null until she has compared her plan. */
  comparison: PlanComparison | null
  /** The plan was changed in another window, and what she pressed was not done. */
  meanwhile: boolean
  lessons: React.ReactNode
  store: Library
  /** The accepted contacts of the region; null if they cannot be read now. */
  contacts: RegionalContacts | null
  cite: (ids: readonly string[]) => React.ReactNode
  locale: Locale
  t: Translator
}

/** The referral plan for one invented person, beside the facts about that person. */
export function PlanPage(props: Props) {
  const { profile, plan, version, comparison, meanwhile, lessons, store, contacts, cite, locale, t } = props
  const path = profilePath(profile.id)
  const shown = { pathway: store.pathway, locale, t }
  return (
    <main id="main" className="wrap page stack referral-plan">
      <PlanHead path="/practice/referral" label={t('referralPlan.listTitle')} locale={locale} t={t}>
        {typeset(profile.title[locale], locale)}
      </PlanHead>
      {lessons}
      {meanwhile && (
        <p className="note warn" role="alert">
          {t('referralPlan.meanwhile')}
        </p>
      )}
      <div className="plan-desk">
        <div className="stack">
          <ProfileFacts profile={profile} store={store} locale={locale} t={t} />
          <RegionContacts region={profile.facts.region} contacts={contacts} store={store} locale={locale} t={t} />
        </div>
        <PlanForm plan={plan} version={version} action={href(locale, path)} {...shown} />
      </div>
      {comparison && (
        <>
          <Comparison comparison={comparison} cite={cite} {...shown} />
          <section className="stack" aria-labelledby="pathway">
            <h2 id="pathway">{t('referralPlan.pathway')}</h2>
            <p className="sm muted">{t('referralPlan.pathwayLead')}</p>
            <RulesRead store={store} locale={locale} t={t} />
            <PathwayDrawing expected={comparison.expected} plan={plan} {...shown} />
          </section>
        </>
      )}
    </main>
  )
}

type HeadProps = { path: string; label: string; locale: Locale; t: Translator; children: string }

/** The breadcrumbs, a badge that says that the file is invented, and the rule about real persons. */
export function PlanHead({ path, label, locale, t, children }: HeadProps) {
  return (
    <header className="stack-s">
      <Crumbs
        label={t('worksheet.crumbs')}
        links={[
          { href: href(locale, '/practice'), label: t('nav.practice') },
          { href: href(locale, path), label },
        ]}
      />
      <p>
        <span className="chip care">{t('referralPlan.badge')}</span>
      </p>
      <h1>{children}</h1>
      <p className="sm muted">{t('referralPlan.noPersons')}</p>
    </header>
  )
}

/** The law date of the oldest rule, and whether a jurist has signed the rules. */
function RulesRead({ store, locale, t }: Pick<Props, 'store' | 'locale' | 't'>) {
  const { rules, orders } = store.pathway
  const oldest = [...rules, ...orders].map(({ lawDate }) => lawDate).toSorted()[0]
  const ids = [...rules.map(({ id }) => `rules/${id}`), ...orders.map(({ id }) => `orders/${id}`)]
  return (
    <p className="row xs muted">
      {oldest && <span>{t('referralPlan.lawRead', { date: formatDate(new Date(oldest), locale) })}</span>}
      <ReviewState parts={ids.map((id) => reviewOf(store, 'pathway', id))} locale={locale} t={t} />
    </p>
  )
}
