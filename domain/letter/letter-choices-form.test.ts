import { expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { letterChoicesSchema, readLetterChoices } from './letter-choices-form'

function read(fields: Record<string, string>) {
  const form = new FormData()
  const typed = { reminders: 'each', reviews: 'off', announcements: 'on', pausedUntil: '', ...fields }
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  return letterChoicesSchema('2026-11-25').safeParse(readLetterChoices(form))
}

it('reads what she chose, and no day as no pause', () => {
  expect(read({}).data).toEqual({ reminders: 'each', reviews: false, announcements: true, pausedUntil: null })
  expect(read({ reminders: 'digest', reviews: 'on', announcements: 'off', pausedUntil: ' 2026-12-24 ' }).data).toEqual({
    reminders: 'digest',
    reviews: true,
    announcements: false,
    pausedUntil: '2026-12-24',
  })
})

it.each([
  ['a way that there is not', { reminders: 'hourly' }, { reminders: 'choose' }],
  ['reviews neither on nor off', { reviews: 'yes' }, { reviews: 'choose' }],
  ['announcements neither on nor off', { announcements: '' }, { announcements: 'choose' }],
  ['what is no day', { pausedUntil: '2026-02-30' }, { pausedUntil: 'day' }],
  ['today', { pausedUntil: '2026-11-25' }, { pausedUntil: 'not-ahead' }],
  ['a day long gone', { pausedUntil: '2020-01-01' }, { pausedUntil: 'not-ahead' }],
  ['a day in ten years', { pausedUntil: '2036-11-25' }, { pausedUntil: 'not-ahead' }],
])('refuses %s', (_, fields, problems) => {
  const { error } = read(fields)

  expect(error && fieldProblems(error)).toEqual(problems)
})
