import { expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { readReminder, reminderSchema } from './reminder-form'

const ONE = '0198c0de-0000-7000-8000-000000000001'
const TWO = '0198c0de-0000-7000-8000-000000000002'

function read(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ why: 'late', note: '', shown: ONE, ...fields })) form.set(name, value)
  return reminderSchema.safeParse(readReminder(form))
}

it('reads who was shown once each, and no word as none', () => {
  expect(read({ shown: `${ONE} ${TWO} ${ONE}`, note: '  ' }).data).toEqual({
    why: 'late',
    note: null,
    shown: [ONE, TWO],
  })
})

it('keeps a note of several lines as one line', () => {
  expect(read({ note: 'Courage,\r\n  vous y êtes  presque. ' }).data?.note).toBe('Courage, vous y êtes presque.')
})

it.each([
  ['a situation that nobody is reminded of', { why: 'certified' }, { why: 'choose' }],
  ['nobody shown', { shown: '' }, { shown: 'required' }],
  ['what is no place', { shown: `${ONE} x` }, { shown: 'required' }],
  ['a word that is too long', { note: 'a'.repeat(301) }, { note: 'too-long' }],
  ['signs that cannot be seen', { note: 'vous\u202Eici' }, { note: 'characters' }],
])('refuses %s', (_, fields, problems) => {
  const { error } = read(fields)

  expect(error && fieldProblems(error)).toEqual(problems)
})
