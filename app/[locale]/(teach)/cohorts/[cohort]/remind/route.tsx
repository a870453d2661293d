import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import type { DocumentPage } from '@/app/http/document-page'
import { RemindPage } from '@/components/cohort/reminders/remind-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { readPage } from '@/domain/cohort/page-of'
import { readReminder, reminderSchema } from '@/domain/cohort/reminder-form'
import { readOutcome, writeOutcome } from '@/domain/cohort/reminder-outcome'
import { REMINDER_REASONS, type ReminderReason } from '@/domain/cohort/reminding'
import { AppError } from '@/domain/errors'
import { type FieldProblems, fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { openReminders } from '@/server/cohort/reminders/reminder-page'
import { sendReminders } from '@/server/cohort/reminders/send-reminders'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string }> }
/** What the page is asked about, with the word that was typed so far. */
type Draft = { why: ReminderReason | null; note: string | null; state: FormState }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => {
    const why = REMINDER_REASONS.find((one) => one === context.query.get('why')) ?? null
    return remindPage(context, cohort, { why, note: null, state: UNTOUCHED })
  })
}

/** Sends, or shows the letter with the word that was typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  const own = `/cohorts/${cohortId}/remind`
  return formPage(request, locale, own, async (form) => {
    const { permit } = await requireCohort('cohort:remind', cohortId)
    const typed = readReminder(form)
    const { data: order, error } = reminderSchema.safeParse(typed)
    if (order && !form.has('preview')) {
      return seeOther(`/${locale}${own}${writeOutcome(order.why, await sendReminders(permit, order, new Date()))}`)
    }
    return documentPage(request, locale, async (context) => {
      const draft = order
        ? { ...order, state: { ...UNTOUCHED, values: { note: typed.note } } }
        : refused(fieldProblems(error), typed, context.t)
      return { ...(await remindPage(context, cohortId, draft)), status: order ? 200 : 400 }
    })
  })
}

/** Gives the form back when only its word is wrong. @throws {AppError} invalid-input */
function refused(problems: FieldProblems, typed: ReturnType<typeof readReminder>, t: Translator): Draft {
  const why = REMINDER_REASONS.find((one) => one === typed.why)
  if (!why || Object.keys(problems).some((name) => name !== 'note')) throw new AppError('invalid-input', 'another form')
  return { why, note: null, state: refuseFields(t, problems, { note: typed.note }) }
}

async function remindPage(
  { locale, t, query }: DocumentContext,
  cohortId: string,
  { why, note, state }: Draft,
): Promise<DocumentPage> {
  const page = readPage(query.get('page'))
  const reminders = await openReminders(cohortId, { why, note, page }, new Date())
  const about = { ...reminders, page, outcome: readOutcome(query), state, locale, t }
  return staffDocument(t('cohorts.remind.title'), <RemindPage {...about} />)
}
