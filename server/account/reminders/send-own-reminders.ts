import 'server-only'
import type { Letter } from '@/domain/account/letter'
import { nextTime } from '@/domain/account/own-reminder'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import { loadRelease } from '../../content/releases'
import { db, sql } from '../../db/client'
import { lockForLetters } from '../../db/letter-choices'
import { advanceReminders, type DueReminder, findDueReminders, findReminderOwners } from '../../db/own-reminders'
import { env } from '../../env'
import { storeWithinBudget } from '../../mail/store-letters'
import { titleOf } from './title-of'

const AT_ONCE = 100

/**
 * Sends the reminders that learners set themselves. The letters of some people and the next times of their reminders are
 * stored in one transaction, under a lock on their accounts: if the process is killed, the next run finds them as they
 * were, and of two processes the second finds nothing due.
 */
export async function sendOwnReminders(now: Date): Promise<void> {
  for (;;) {
    const owners = await findReminderOwners(sql(), AT_ONCE, now)
    if (owners.length === 0) return
    await db().$transaction(async (tx) => {
      await lockForLetters(tx, owners)
      const due = await findDueReminders(tx, owners, now)
      const letters = await Promise.all(due.map(reminderLetter))
      await storeWithinBudget(
        tx,
        letters.filter((letter) => letter !== null),
        now,
      )
      const next = due.map(({ id, time }) => ({ id, nextAt: nextTime(time, now) }))
      await advanceReminders(
        tx,
        next.flatMap(({ id, nextAt }) => (nextAt ? [{ id, nextAt }] : [])),
        // One that was set once is done, and so is one of a course that she no longer takes.
        next.flatMap(({ id, nextAt }, place) => (nextAt && letters[place] ? [] : [id])),
      )
    })
  }
}

/** Null if she is no longer enrolled. */
async function reminderLetter(due: DueReminder): Promise<{ letter: Letter<'ownReminder'>; accountId: string } | null> {
  const { courseId, lessonId, releaseId, accountId, email: to } = due
  if (releaseId === null) return null
  const locale = due.locale as Locale
  const release = await loadRelease(releaseId)
  const lesson = lessonId !== null && release.lessons.has(lessonId) ? `/lessons/${lessonId}` : ''
  const link = new URL(`/${locale}/courses/${courseId}${lesson}`, env().publicUrl).href
  const about = { course: titleOf(release, lessonId, locale) }
  return { accountId, letter: { kind: 'ownReminder', to, name: nameIn(due, locale), locale, link, about } }
}
