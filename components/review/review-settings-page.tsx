import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Form } from '../form/form'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { href } from '../shell/paths'
import { BeginReviews, type OfferedCourse } from './begin-review'

/** The number of questions that are no longer asked, for one reason. */
export type RetiredGroup =
  | { why: 'law-changed'; since: string; provisions: readonly { name: string; href: string }[]; count: number }
  | { why: 'question-gone'; count: number }
  | { why: 'course-gone'; count: number }
/** The review of one course. */
export type PlanView = {
  courseId: string
  /** Null if the course is gone. */
  title: Localized | null
  learned: number
  count: number
  state: 'asked' | 'paused' | 'stopped'
  pausedUntil: string | null
  /** The next day on which its questions wait; null if none do. */
  nextOn: string | null
  retired: readonly RetiredGroup[]
}
type Texts = { locale: Locale; t: Translator }
type Props = Texts & { plans: readonly PlanView[]; offers: readonly OfferedCourse[]; state: FormState }

/** The reviews of a person by course: progress, questions no longer asked, and the buttons that pause or stop it. */
export function ReviewSettingsPage({ plans, offers, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <p className="sm">
          <a href={href(locale, '/learning/review')}>{t('review.back')}</a>
        </p>
        <h1>{t('review.settings')}</h1>
        {state.done !== undefined && (
          <p className="note ok" role="status" tabIndex={-1} data-outcome="">
            {state.done}
          </p>
        )}
        {plans.length === 0 && offers.length === 0 && <p>{t('review.noneLead')}</p>}
      </div>
      {plans.map((plan) => (
        <Plan key={plan.courseId} plan={plan} state={state} locale={locale} t={t} />
      ))}
      <BeginReviews offers={offers} locale={locale} t={t} />
      <p>
        <a href={href(locale, '/account/letters')}>{t('review.mail')}</a>
      </p>
    </main>
  )
}

type PlanProps = Texts & { plan: PlanView; state: FormState }

function Plan({ plan, state, locale, t }: PlanProps) {
  const { courseId, title, learned, count, retired } = plan
  return (
    <section className="card stack" aria-labelledby={`plan-${courseId}`}>
      <h2 id={`plan-${courseId}`}>{title ? typeset(title[locale], locale) : courseId}</h2>
      <p>{t('review.learned', { learned, count })}</p>
      <p>{stateOf(plan, locale, t)}</p>
      {retired.length > 0 && <Retired groups={retired} locale={locale} t={t} />}
      {plan.state === 'asked' && <PauseForm plan={plan} state={state} locale={locale} t={t} />}
      <div className="row">
        {plan.state === 'paused' && <Act act="go-on" label={t('review.goOn')} plan={plan} locale={locale} />}
        {plan.state === 'stopped' ? (
          <Act act="resume" label={t('review.resume')} plan={plan} locale={locale} />
        ) : (
          <Act act="stop" label={t('review.stop')} plan={plan} locale={locale} />
        )}
      </div>
    </section>
  )
}

function stateOf(
  { state, pausedUntil, nextOn, learned, count }: PlanView,
  locale: Locale,
  t: Translator,
): string | null {
  if (state === 'stopped') return t('review.stopped')
  if (state === 'paused' && pausedUntil !== null) {
    return t('review.paused', { date: formatDate(new Date(pausedUntil), locale) })
  }
  if (nextOn !== null) return t('review.coming', { date: formatDate(new Date(nextOn), locale) })
  return learned === count ? t('review.allLearned') : null
}

function PauseForm({ plan, state, locale, t }: PlanProps) {
  const id = `pause-${plan.courseId}`
  return (
    <Form
      id={id}
      action={href(locale, '/learning/review/settings')}
      fields={[
        { kind: 'hidden', name: 'act', value: 'pause' },
        { kind: 'hidden', name: 'course', value: plan.courseId },
        { kind: 'date', name: 'pausedUntil', label: t('review.pauseUntil') },
      ]}
      submit={t('review.pause')}
      state={state.form === id ? state : UNTOUCHED}
      look="plain"
      t={t}
    />
  )
}

type ActProps = { act: string; label: string; plan: PlanView; locale: Locale }

function Act({ act, label, plan, locale }: ActProps) {
  return (
    <form method="post" action={href(locale, '/learning/review/settings')}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="course" value={plan.courseId} />
      <button type="submit" className="btn">
        {label}
      </button>
    </form>
  )
}

function Retired({ groups, locale, t }: Texts & { groups: readonly RetiredGroup[] }) {
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  return (
    <div className="note">
      <p className="note-title">{t('review.retired', { count })}</p>
      <ul className="plain stack-s">
        {groups.map((group) => (
          <li key={`${group.why} ${group.why === 'law-changed' ? group.provisions[0]?.href : ''}`}>
            {reasonOf(group, locale, t)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function reasonOf(group: RetiredGroup, locale: Locale, t: Translator): ReactNode {
  if (group.why === 'course-gone') return t('review.courseGone')
  if (group.why === 'question-gone') return t('review.questionGone', { count: group.count })
  const { provisions, since } = group
  const law = () =>
    provisions.map((provision, index) => (
      <span key={provision.href}>
        {index > 0 && (locale === 'ar' ? '، ' : ', ')}
        <a href={provision.href}>{provision.name}</a>
      </span>
    ))
  return t.rich('review.lawChanged', { date: formatDate(new Date(since), locale), law })
}
