import { z } from 'zod'
import { REMINDER_HOURS, type ReminderTime } from '../account/own-reminder'
import { emptyAsNull } from '../form/empty-as-null'
import { textFields } from '../form/form-fields'
import type { Day } from '../time/day'
import { dayFrom } from './letter-choices-form'

/** The values of the form's field for the weekday, Monday first. */
export const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type WeekdayName = (typeof WEEKDAY_NAMES)[number]
const ONCE = 'once'
const LONGEST_ID = 80

/** A course, or a lesson in it, as one value: `fundamentals`, `fundamentals/offence`. */
const whatSchema = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'choose')
  .max(2 * LONGEST_ID, 'choose')
  .transform((text) => {
    const [courseId = '', lessonId = null] = text.split('/')
    return { courseId, lessonId }
  })

/** The form of a reminder that a learner sets herself. */
export function ownReminderSchema(today: Day) {
  return z
    .object({
      what: whatSchema,
      weekday: z.enum([ONCE, ...WEEKDAY_NAMES], 'choose'),
      day: emptyAsNull(dayFrom(today)),
      hour: z.enum(REMINDER_HOURS.map(String), 'choose').transform(Number),
    })
    .superRefine(({ weekday, day }, context) => {
      if (weekday === ONCE && day === null) context.addIssue({ code: 'custom', path: ['day'], message: 'day' })
    })
    .transform(({ what, weekday, day, hour }) => ({ ...what, time: timeOf(weekday, day, hour) }))
}

function timeOf(weekday: typeof ONCE | WeekdayName, day: Day | null, hour: number): ReminderTime {
  if (weekday === ONCE) return { day: day ?? '', weekday: null, hour }
  return { day: null, weekday: WEEKDAY_NAMES.indexOf(weekday) + 1, hour }
}

export function readOwnReminder(form: FormData) {
  return textFields(form, ['what', 'weekday', 'day', 'hour'])
}

export type OwnReminderTyped = ReturnType<typeof readOwnReminder>

/** A reminder as the form shows it. */
export function typedReminder({
  courseId,
  lessonId,
  time,
}: {
  courseId: string
  lessonId: string | null
  time: ReminderTime
}): OwnReminderTyped {
  return {
    what: lessonId === null ? courseId : `${courseId}/${lessonId}`,
    weekday: time.day === null ? (WEEKDAY_NAMES[time.weekday - 1] ?? ONCE) : ONCE,
    day: time.day ?? '',
    hour: String(time.hour),
  }
}
