import type { OfferedCourse } from '@/components/review/begin-review'
import type { GivenToday } from '@/components/review/review-page'
import type { PlanView, RetiredGroup } from '@/components/review/review-settings-page'
import { href } from '@/components/shell/paths'
import { libraryPath } from '@/domain/library/library-path'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { dueDays } from '@/domain/review/due-days'
import { findSecondForm } from '@/domain/review/second-forms'
import type { Retirement } from '@/domain/review/why-retired'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import type { MyPlan, MyReview } from '@/server/review/my-review'

/** Her answers of today, without those whose questions are no longer asked. */
export function givenToday({ given, plans }: MyReview): GivenToday[] {
  return given.flatMap(({ cardId, courseId, questionId, turn, right }) => {
    const plan = plans.find((each) => each.courseId === courseId)
    const form = plan?.release && findSecondForm(plan.release.course, questionId)
    const card = plan?.cards.find(({ id }) => id === cardId)
    if (!form || !card) return []
    return [{ id: `${cardId} ${turn}`, stem: form.question.stem, right, comesBack: card.dueOn }]
  })
}

export function offersIn({ mayBegin }: MyReview): OfferedCourse[] {
  return mayBegin.map(({ courseId, course }) => ({ id: courseId, title: course.file.title }))
}

/** How many questions wait today. */
export function dueToday(review: MyReview): number {
  const [first] = review.days
  return first?.day === review.today ? first.cards.length : 0
}

/** Her reviews, as their page of settings shows them. */
export function planViews({ plans, today, given }: MyReview, locale: Locale): PlanView[] {
  return plans.map((plan) => {
    const waiting = plan.cards.flatMap(({ id, dueOn, retired }) =>
      dueOn === null || retired ? [] : [{ id, dueOn, pausedUntil: plan.pausedUntil }],
    )
    return {
      courseId: plan.courseId,
      title: plan.release?.course.file.title ?? null,
      learned: plan.cards.filter(({ dueOn }) => dueOn === null).length,
      count: plan.cards.length,
      state: stateOf(plan, today),
      pausedUntil: plan.pausedUntil,
      nextOn: dueDays(waiting, today, given.length)[0]?.day ?? null,
      retired: retiredIn(plan, locale),
    }
  })
}

function stateOf({ stopped, pausedUntil }: MyPlan, today: string): PlanView['state'] {
  if (stopped) return 'stopped'
  return pausedUntil !== null && pausedUntil > today ? 'paused' : 'asked'
}

/** The questions that are no longer asked, grouped by reason. Those that she has already learned are left out. */
function retiredIn({ cards }: MyPlan, locale: Locale): RetiredGroup[] {
  const retired = cards.flatMap((card) => (card.retired && card.dueOn !== null ? [card.retired] : []))
  const keys = [...new Set(retired.map(keyOf))]
  return keys.flatMap((key) => {
    const [first, ...others] = retired.filter((each) => keyOf(each) === key)
    return first ? [groupOf(first, others.length + 1, locale)] : []
  })
}

function keyOf(retirement: Retirement): string {
  return retirement.why === 'law-changed' ? `${retirement.since} ${retirement.provisions.join(' ')}` : retirement.why
}

function groupOf(retirement: Retirement, count: number, locale: Locale): RetiredGroup {
  if (retirement.why !== 'law-changed') return { why: retirement.why, count }
  const { since } = retirement
  const provisions = retirement.provisions.flatMap((id) => {
    const cited = resolveCitation(library(), id, since)
    const path = libraryPath(library(), id)
    return cited && path ? [{ name: typeset(writeCitation(cited, locale), locale), href: href(locale, path) }] : []
  })
  return { why: 'law-changed', since, provisions, count }
}
