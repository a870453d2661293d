import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { RemindPage } from '@/components/cohort/reminders/remind-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type ReminderOrder, readReminder, reminderSchema } from '@/domain/cohort/reminder-form'
import { readOutcome, writeOutcome } from '@/domain/cohort/reminder-outcome'
import { REMINDER_REASONS, type ReminderReason } from '@/domain/cohort/reminding'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { readPage } from '@/domain/list/page-of'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { openReminders } from '@/server/cohort/reminders/reminder-page'
import { sendReminders } from '@/server/cohort/reminders/send-reminders'
import { staffDocument } from '../../../staff-document'

type Granted = WithCohort<'cohort:remind'>
/** The reason that the address names, and the note typed so far. */
type Draft = { why: ReminderReason | null; note: string | null; state: FormState }

const reasonIn = (typed: string | null | undefined) => REMINDER_REASONS.find((one) => one === typed) ?? null

/** Sends the reminder, or shows a preview of the letter with the typed note. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:remind', params.cohort),
  page: (context, granted, state) => {
    const why = reasonIn(state.values.why ?? context.query.get('why'))
    return remindPage(context, granted, { why, note: null, state })
  },
  read: readOrder,
  act: async (granted, { order, preview }, context) => {
    const { note } = order
    if (preview)
      return remindPage(context, granted, { ...order, state: { ...UNTOUCHED, values: { note: note ?? '' } } })
    const outcome = await sendReminders(granted.permit, order, new Date())
    return href(context.locale, `/cohorts/${granted.cohort.id}/remind${writeOutcome(order.why, outcome)}`)
  },
  done: (result) => result,
})

/** Gives the form back if only the note is wrong. @throws {AppError} invalid-input */
function readOrder(form: FormData, { t }: Context<'cohort'>): { order: ReminderOrder; preview: boolean } | Refused {
  const typed = readReminder(form)
  const { data: order, error } = reminderSchema.safeParse(typed)
  if (order) return { order, preview: form.has('preview') }
  const problems = fieldProblems(error)
  const why = reasonIn(typed.why)
  if (!why || Object.keys(problems).some((name) => name !== 'note')) throw new AppError('invalid-input', 'another form')
  return { refused: refuseFields(t, problems, { why, note: typed.note }) }
}

async function remindPage({ locale, t, query }: Context<'cohort'>, granted: Granted, { why, note, state }: Draft) {
  const page = readPage(query.get('page'))
  const reminders = await openReminders(granted, { why, note, page }, new Date())
  const about = { ...reminders, page, outcome: readOutcome(query), state, locale, t }
  return staffDocument(t('cohorts.remind.title'), <RemindPage {...about} />)
}
