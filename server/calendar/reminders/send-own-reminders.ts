import 'server-only'
import { nextTime } from '@/domain/account/own-reminder'
import type { Letter } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { titleOf } from '../../content/course-title'
import { loadRelease } from '../../content/releases'
import { lockForLetters } from '../../db/account/letter-choices'
import {
  advanceReminders,
  type DueReminder,
  findDueReminders,
  findReminderOwners,
} from '../../db/account/own-reminders'
import { db, sql, type Tx } from '../../db/client'
import { env } from '../../env'
import { logBug } from '../../log'
import { storeWithinBudget } from '../../mail/store-letters'

const AT_ONCE = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Sends the reminders that learners set themselves. The letters of some people and the next times of their reminders
 * are stored in one transaction, under a lock on their accounts: if the process is killed, the next run does the same
 * people again, and of two processes the second finds nothing due. If a transaction fails, each of its people gets a
 * transaction of her own: an error holds back only her letters, and they stay due for the next run.
 */
export async function sendOwnReminders(now: Date): Promise<void> {
  for (let last = FIRST; ; ) {
    const owners = await findReminderOwners(sql(), last, AT_ONCE, now)
    const next = owners.at(-1)
    if (!next) return
    const isSent = await sendOrLog(owners, now)
    if (!isSent && owners.length > 1) for (const owner of owners) await sendOrLog([owner], now)
    last = next
  }
}

async function sendOrLog(owners: readonly string[], now: Date): Promise<boolean> {
  try {
    await db().$transaction((tx) => sendTo(tx, owners, now))
    return true
  } catch (error) {
    logBug(error, { job: 'own-reminders', owners: owners.length })
    return false
  }
}

async function sendTo(tx: Tx, owners: readonly string[], now: Date): Promise<void> {
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
}

/** Null if she is no longer enrolled. */
async function reminderLetter(due: DueReminder): Promise<{ letter: Letter<'ownReminder'>; accountId: string } | null> {
  const { courseId, lessonId, releaseId, accountId, email: to } = due
  if (releaseId === null) return null
  const locale = due.locale as Locale
  const release = await loadRelease(releaseId)
  const lesson = lessonId !== null && release.lessons.has(lessonId) ? `/lessons/${lessonId}` : ''
  const link = new URL(`/${locale}/courses/${courseId}${lesson}`, env().publicUrl).href
  const about = { course: titleOf(release, lessonId, locale), reminderId: due.id }
  return { accountId, letter: { kind: 'ownReminder', to, name: nameIn(due, locale), locale, link, about } }
}
