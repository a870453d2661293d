import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { MOST_OWN_REMINDERS } from '@/domain/account/own-reminder'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { readId } from '@/domain/institution/grant'
import { type OwnReminderTyped, ownReminderSchema, readOwnReminder } from '@/domain/letter/own-reminder-form'
import { dayOf } from '@/domain/time/day'
import type { Permit } from '@/server/auth/permit'
import { endFeed, renewFeed } from '@/server/calendar/feed'
import { type OwnReminderFields, removeReminder, saveReminder } from '@/server/calendar/reminders/own-reminders'

type Act =
  | { act: 'save'; id: string | null; fields: OwnReminderFields; typed: OwnReminderTyped & { id: string } }
  | { act: 'remove'; id: string }
  | { act: 'feed' }
  | { act: 'end-feed' }
/** The notice that is shown afterwards, and the section of the page to go to. */
export type Done = { done: 'saved' | 'removed' | 'made' | 'ended'; at: 'mine' | 'calendar' }

export function readAct(form: FormData, { t }: Context): Act | Refused {
  const { act, id: typedId } = textFields(form, ['act', 'id'])
  const id = readId(typedId) ?? null
  if (act === 'feed' || act === 'end-feed') return { act }
  if (act === 'remove' && id) return { act, id }
  if (act !== 'save' || (typedId !== '' && !id)) throw new AppError('invalid-input', 'act on a reminder')
  const typed = { ...readOwnReminder(form), id: typedId }
  const { data, error } = ownReminderSchema(dayOf(new Date())).safeParse(typed)
  return data ? { act, id, fields: data, typed } : { refused: refuseFields(t, fieldProblems(error), typed) }
}

export async function runAct(permit: Permit<'account:change'>, act: Act, { t }: Context): Promise<Done | Refused> {
  const now = new Date()
  if (act.act === 'feed') {
    await renewFeed(permit, now)
    return { done: 'made', at: 'calendar' }
  }
  if (act.act === 'end-feed') {
    await endFeed(permit)
    return { done: 'ended', at: 'calendar' }
  }
  if (act.act === 'remove') {
    await removeReminder(permit, act.id)
    return { done: 'removed', at: 'mine' }
  }
  const outcome = await saveReminder(permit, act.id, act.fields, now)
  if (outcome === 'past') return { refused: refuseForm(t('reminders.past'), act.typed) }
  if (outcome === 'too-many')
    return { refused: refuseForm(t('reminders.tooMany', { most: MOST_OWN_REMINDERS }), act.typed) }
  return { done: 'saved', at: 'mine' }
}
