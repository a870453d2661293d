import { expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { cohortSchema, readSeats } from './cohort-fields'

const typed = {
  name: ' Promotion  2027 ',
  locale: 'fr',
  startsOn: '2027-01-04',
  endsOn: '2027-03-12',
  seats: '',
}
const problems = (overrides: Partial<typeof typed>) => {
  const { error } = cohortSchema.safeParse({ ...typed, ...overrides })
  return error ? fieldProblems(error) : {}
}

it('reads what is optional as none', () => {
  expect(cohortSchema.parse(typed)).toEqual({ ...typed, name: 'Promotion 2027', seats: null })
  expect(cohortSchema.parse({ ...typed, seats: '60' })).toMatchObject({ seats: 60 })
})

it.each([
  [{ name: '' }, { name: 'required' }],
  [{ locale: 'de' }, { locale: 'choose' }],
  [{ startsOn: '' }, { startsOn: 'day' }],
  [{ startsOn: '2027-02-30' }, { startsOn: 'day' }],
  [{ endsOn: '2027-01-03' }, { endsOn: 'before-start' }],
  [{ seats: '0' }, { seats: 'seats' }],
  [{ seats: '5001' }, { seats: 'seats' }],
  [{ seats: 'many' }, { seats: 'seats' }],
])('refuses %j', (overrides, problem) => {
  expect(problems(overrides)).toEqual(problem)
})

it.each([
  ['', null],
  ['60', 60],
  ['0', undefined],
  ['five', undefined],
])('reads %j seats as %j', (text, seats) => {
  expect(readSeats(text)).toBe(seats)
})
