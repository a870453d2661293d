import 'server-only'
import type { ReminderTime } from '@/domain/account/own-reminder'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import type { Permit } from '../../auth/permit'
import { titleOf } from '../../content/course-title'
import { type LoadedRelease, loadRelease } from '../../content/releases'
import { findOwnReminders } from '../../db/account/own-reminders'
import { sql } from '../../db/client'
import { findLearners } from '../../db/course/learners'
import { recipientsOf } from '../../mail/store-letters'
import { feedAddress } from '../feed'

export type ReminderItem = {
  id: string
  courseId: string
  lessonId: string | null
  title: string
  time: ReminderTime
  nextAt: Date
}
/** `value`: that of the form's field, for a course or one of its lessons. */
export type Choice = { value: string; title: string }

/** Her own reminders, the courses and lessons that she may be reminded of, and the address of her calendar. */
export async function remindersPage(permit: Permit<'account:read'>, locale: Locale, now: Date) {
  const { accountId } = permit.target
  const [rows, learners, recipients, feed] = await Promise.all([
    findOwnReminders(sql(), accountId),
    findLearners(sql(), accountId),
    recipientsOf(sql(), [accountId], now),
    feedAddress(permit),
  ])
  const releases = await Promise.all(learners.map(({ releaseId }) => loadRelease(releaseId)))
  const reminders = rows.flatMap(({ accountId: _, createdAt: __, ...row }): ReminderItem[] => {
    const release = releases.find(({ courseId }) => courseId === row.courseId)
    return release ? [{ ...row, title: titleOf(release, row.lessonId, locale) }] : []
  })
  const stopped = recipients.get(accountId)?.choices.reminders === 'none'
  return { reminders, choices: releases.flatMap((release) => choicesOf(release, locale)), stopped, feed }
}

function choicesOf({ courseId, course }: LoadedRelease, locale: Locale): Choice[] {
  const lessons = course.lessons.map(({ file }) => ({
    value: `${courseId}/${file.id}`,
    title: `– ${typeset(file.title[locale], locale)}`,
  }))
  return [{ value: courseId, title: typeset(course.file.title[locale], locale) }, ...lessons]
}
