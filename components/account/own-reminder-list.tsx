import type { ReminderTime } from '@/domain/account/own-reminder'
import { WEEKDAY_NAMES } from '@/domain/letter/own-reminder-form'
import type { Locale } from '@/domain/locale'
import { formatDate, formatDateTime, type Translator } from '@/i18n/translator'
import { writeHour } from './reminder-fields'

export type OwnReminder = {
  id: string
  courseId: string
  lessonId: string | null
  title: string
  time: ReminderTime
  nextAt: Date
}
type Texts = { locale: Locale; t: Translator }

/** Her reminders, the next one first, each with a way to change it and a button that deletes it. */
export function OwnReminderList({
  reminders,
  here,
  locale,
  t,
}: Texts & { reminders: readonly OwnReminder[]; here: string }) {
  if (reminders.length === 0) return <p className="muted">{t('reminders.none')}</p>
  return (
    <ul className="plain stack">
      {reminders.map((reminder) => (
        <li key={reminder.id} className="card stack-s">
          <strong id={`what-${reminder.id}`}>{reminder.title}</strong>
          <p className="sm">{whenOf(reminder, { locale, t })}</p>
          <form method="post" action={here} className="row">
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="id" value={reminder.id} />
            <a className="btn" href={`${here}?edit=${reminder.id}#set`} aria-describedby={`what-${reminder.id}`}>
              {t('reminders.change')}
            </a>
            <button type="submit" className="btn" aria-describedby={`what-${reminder.id}`}>
              {t('reminders.remove')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function whenOf({ time, nextAt }: OwnReminder, { locale, t }: Texts): string {
  if (time.day !== null) return t('reminders.once', { date: formatDateTime(nextAt, locale) })
  const day = t(`reminders.days.${WEEKDAY_NAMES[time.weekday - 1] ?? 'mon'}`)
  return t('reminders.weekly', { day, time: writeHour(time.hour, locale), date: formatDate(nextAt, locale) })
}
