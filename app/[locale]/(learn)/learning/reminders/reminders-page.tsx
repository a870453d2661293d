import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { RemindersPage } from '@/components/account/reminders-page'
import type { FormState } from '@/components/form/form-state'
import { typedReminder } from '@/domain/letter/own-reminder-form'
import { dayOf, nextDay } from '@/domain/time/day'
import { deskOf } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { remindersPage } from '@/server/calendar/reminders/reminders-page'

const NOTICES = {
  saved: 'reminders.saved',
  removed: 'reminders.removed',
  made: 'calendar.made',
  ended: 'calendar.ended',
} as const
const isNotice = (name: string | null): name is keyof typeof NOTICES => name !== null && name in NOTICES

/** The page, with the reminder that `?edit=` names in the form, or a new one of the course that `?course=` names. */
export async function ownRemindersPage({ locale, t, query, caller }: Context, state: FormState): Promise<DocumentPage> {
  const now = new Date()
  const [view, desk] = await Promise.all([
    remindersPage(await permitToReadAccount(caller), locale, now),
    deskOf(caller),
  ])
  // The address of a refused form no longer names the reminder; its values do.
  const named = state.values.id ?? query.get('edit')
  const edited = view.reminders.find(({ id }) => id === named)
  const fresh = { what: query.get('course') ?? '', weekday: 'once', day: nextDay(dayOf(now)), hour: '9' }
  const done = query.get('done')
  const main = (
    <RemindersPage
      {...view}
      values={edited ? typedReminder(edited) : fresh}
      editing={edited?.id ?? null}
      state={state}
      notice={isNotice(done) ? t(NOTICES[done]) : null}
      locale={locale}
      t={t}
    />
  )
  return { title: t('reminders.title'), main, styles: ['staff.css'], ...desk, index: false }
}
