import 'server-only'
import { MOST_OWN_REMINDERS, nextTime } from '@/domain/account/own-reminder'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { lockForLetters } from '../../db/account/letter-choices'
import {
  deleteOwnReminders,
  insertOwnReminder,
  type OwnReminderFields,
  updateOwnReminder,
} from '../../db/account/own-reminders'
import { db, sql, type Tx } from '../../db/client'
import { findLearners } from '../../db/course/learners'
import { stopLettersOf } from '../../db/mail/held-mails'

export type { OwnReminderFields }
export type Saved = 'saved' | 'past' | 'too-many'

/**
 * Sets a reminder, or changes the one named by `id`. It must be for a course that she is enrolled in, or a lesson of
 * it.
 *
 * @throws {AppError} invalid-input, not-found
 */
export async function saveReminder(
  { target }: Permit<'account:change'>,
  id: string | null,
  fields: OwnReminderFields,
  now: Date,
): Promise<Saved> {
  const { accountId } = target
  await requireOwnCourse(accountId, fields)
  const nextAt = nextTime(fields.time, now)
  if (!nextAt) return 'past'
  return db().$transaction(async (tx: Tx) => {
    await lockForLetters(tx, [accountId])
    const timed = { ...fields, nextAt }
    if (id === null)
      return (await insertOwnReminder(tx, accountId, timed, MOST_OWN_REMINDERS, now)) ? 'saved' : 'too-many'
    if (!(await updateOwnReminder(tx, accountId, id, timed))) throw new AppError('not-found', 'own reminder')
    return 'saved'
  })
}

/**
 * Deletes a reminder. A letter of it that is not sent yet is stopped, also in a digest. A second press changes nothing.
 */
export async function removeReminder({ target: { accountId } }: Permit<'account:change'>, id: string): Promise<void> {
  await db().$transaction(async (tx: Tx) => {
    await lockForLetters(tx, [accountId])
    await deleteOwnReminders(tx, accountId, [id])
    await stopLettersOf(tx, accountId, id)
  })
}

async function requireOwnCourse(accountId: string, { courseId, lessonId }: OwnReminderFields): Promise<void> {
  const learner = (await findLearners(sql(), accountId)).find((one) => one.courseId === courseId)
  const release = learner && (await loadRelease(learner.releaseId))
  if (!release || (lessonId !== null && !release.lessons.has(lessonId)))
    throw new AppError('invalid-input', 'course of a reminder')
}
