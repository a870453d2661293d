import { REMINDER_HOURS } from '@/domain/account/own-reminder'
import { type OwnReminderTyped, WEEKDAY_NAMES } from '@/domain/letter/own-reminder-form'
import type { Locale } from '@/domain/locale'
import { hourOf } from '@/domain/time/day'
import { formatTime, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'

type Choice = { value: string; title: string }

/** Only the hour is formatted, so any day will do. */
const SOME_DAY = '2026-01-05'

export const writeHour = (hour: number, locale: Locale): string => formatTime(hourOf(SOME_DAY, hour), locale)

/** @param editing the reminder that is changed; null for a new one. */
export function reminderFields(
  choices: readonly Choice[],
  values: OwnReminderTyped,
  editing: string | null,
  locale: Locale,
  t: Translator,
): Field[] {
  return [
    { kind: 'hidden', name: 'act', value: 'save' },
    ...(editing === null ? [] : [{ kind: 'hidden' as const, name: 'id', value: editing }]),
    {
      kind: 'select',
      name: 'what',
      label: t('fields.what'),
      options: choices.map(({ value, title }) => ({ value, label: title })),
      value: values.what,
    },
    {
      kind: 'select',
      name: 'weekday',
      label: t('fields.weekday'),
      options: [
        { value: 'once', label: t('reminders.onceAt') },
        ...WEEKDAY_NAMES.map((value) => ({ value, label: t(`reminders.days.${value}`) })),
      ],
      value: values.weekday,
    },
    {
      kind: 'date',
      name: 'day',
      label: t('fields.day'),
      hint: t('reminders.dayHint'),
      optional: true,
      value: values.day,
    },
    {
      kind: 'select',
      name: 'hour',
      label: t('fields.hour'),
      options: REMINDER_HOURS.map((hour) => ({ value: String(hour), label: writeHour(hour, locale) })),
      value: values.hour,
    },
  ]
}
