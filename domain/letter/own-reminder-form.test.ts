import { expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { ownReminderSchema, readOwnReminder, typedReminder } from './own-reminder-form'

function read(fields: Record<string, string>) {
  const form = new FormData()
  const typed = { what: 'fundamentals', weekday: 'once', day: '2026-11-27', hour: '9', ...fields }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return ownReminderSchema('2026-11-25').safeParse(readOwnReminder(form))
}

it.each([
  [{}, { courseId: 'fundamentals', lessonId: null, time: { day: '2026-11-27', weekday: null, hour: 9 } }],
  [
    { day: '2026-11-25' },
    { courseId: 'fundamentals', lessonId: null, time: { day: '2026-11-25', weekday: null, hour: 9 } },
  ],
  [
    { what: 'fundamentals/offence', weekday: 'sun', hour: '22' },
    { courseId: 'fundamentals', lessonId: 'offence', time: { day: null, weekday: 7, hour: 22 } },
  ],
])('reads %j, and shows it again as it was', (fields, reminder) => {
  const { data } = read(fields)

  expect(data).toEqual(reminder)
  expect(data && read({ ...typedReminder(data) }).data).toEqual(reminder)
})

it.each([
  ['no course', { what: '' }, { what: 'choose' }],
  ['a path in place of a course', { what: '../account' }, { what: 'choose' }],
  ['a weekday that there is not', { weekday: 'mondays' }, { weekday: 'choose' }],
  ['once, without a day', { day: '' }, { day: 'day' }],
  ['a day gone', { day: '2026-11-24' }, { day: 'not-ahead' }],
  ['an hour of the night', { hour: '3' }, { hour: 'choose' }],
  ['no hour', { hour: '9.5' }, { hour: 'choose' }],
])('refuses %s', (_, fields, problems) => {
  const { error } = read(fields)

  expect(error && fieldProblems(error)).toEqual(problems)
})
