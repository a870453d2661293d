import 'server-only'
import { nextTimes } from '@/domain/account/own-reminder'
import { translator } from '@/i18n/translator'
import type { CalendarSource } from '../calendar-file/entry'
import { titleOf } from '../content/course-title'
import { loadRelease } from '../content/releases'
import { findOwnReminders } from '../db/account/own-reminders'
import { sql } from '../db/client'
import { findLearners } from '../db/course/learners'

/** How many of the weekly times a calendar shows: it is read again long before they are over. */
const TIMES_SHOWN = 8

/**
 * The reminders that she sets herself. Each time is an entry of its own: a recurrence rule would need the time zone of
 * Morocco, and calendars differ about its change in Ramadan.
 */
export const reminderEntries: CalendarSource = async ({ accountId, locale }, now) => {
  const [reminders, learners] = await Promise.all([findOwnReminders(sql(), accountId), findLearners(sql(), accountId)])
  const t = translator(locale)
  const found = reminders.map(async ({ id, courseId, lessonId, time }) => {
    const learner = learners.find((one) => one.courseId === courseId)
    if (!learner) return []
    const course = titleOf(await loadRelease(learner.releaseId), lessonId, locale)
    return nextTimes(time, now, TIMES_SHOWN).map((at) => ({
      uid: `reminder-${id}-${at.toISOString().slice(0, 10)}`,
      title: t('calendar.reminder', { course }),
      path: `/courses/${courseId}${lessonId === null ? '' : `/lessons/${lessonId}`}`,
      at,
    }))
  })
  return (await Promise.all(found)).flat()
}
