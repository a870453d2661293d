import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { ReviewSettingsPage } from '@/components/review/review-settings-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { dayFrom } from '@/domain/letter/letter-choices-form'
import { dayOf, nextDay } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import { chooseLetters } from '@/server/account/letters/choose-letters'
import { type Permit, permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { beginReview, pauseReview, resumeReview, stopReview } from '@/server/review/change-plan'
import { myReview } from '@/server/review/my-review'
import { offersIn, planViews } from '../review-view'

type Change = Permit<'account:change'>
type Sent = { course: string; letters: boolean; pausedUntil: string }
type Act = (permit: Change, sent: Sent, now: Date, t: Translator) => Promise<Refused | undefined>

const ACTS: Record<string, Act> = {
  async begin(permit, { course, letters }, now) {
    await beginReview(permit, course, now)
    if (letters) await chooseLetters(permit, { reviews: true }, now)
    return undefined
  },
  async pause(permit, { course, pausedUntil }, now, t) {
    const day = dayFrom(nextDay(dayOf(now))).safeParse(pausedUntil).data
    if (day === undefined) return { refused: refusedPause(course, pausedUntil, t) }
    await pauseReview(permit, course, day)
    return undefined
  },
  async 'go-on'(permit, { course }) {
    await pauseReview(permit, course, null)
    return undefined
  },
  async stop(permit, { course }, now) {
    await stopReview(permit, course, now)
    return undefined
  },
  async resume(permit, { course }) {
    await resumeReview(permit, course)
    return undefined
  },
}

/** The review of each course, and why some questions are no longer asked. Its forms begin, pause and stop a review. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToChangeAccount(caller),
  page: settingsPage,
  read: (sent) => {
    const { act, course, letters, pausedUntil } = textFields(sent, ['act', 'course', 'letters', 'pausedUntil'])
    const run = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined
    if (!run) throw new AppError('invalid-input', 'no such act')
    return { run, sent: { course, letters: letters === 'yes', pausedUntil: pausedUntil.trim() } }
  },
  act: async (permit, { run, sent }, { t }) => (await run(permit, sent, new Date(), t)) ?? 'saved',
  done: (_, { locale }) => `${href(locale, '/learning/review/settings')}?saved=1`,
})

function refusedPause(course: string, typed: string, t: Translator): FormState {
  const problem = t('review.pauseDay')
  return {
    form: `pause-${course}`,
    summary: [{ name: 'pausedUntil', text: t('fields.problemOf', { field: t('review.pauseUntil'), problem }) }],
    errors: { pausedUntil: problem },
    values: { pausedUntil: typed },
  }
}

async function settingsPage({ locale, t, caller, query }: Context, _: Change, state: FormState): Promise<DocumentPage> {
  const review = await myReview(await permitToReadAccount(caller), new Date())
  const main = (
    <ReviewSettingsPage
      plans={planViews(review, locale)}
      offers={offersIn(review)}
      state={query.has('saved') && !state.form ? { ...state, done: t('review.saved') } : state}
      locale={locale}
      t={t}
    />
  )
  return { title: t('review.settings'), main, index: false }
}
