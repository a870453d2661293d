import { expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { cohortSchema } from './cohort-fields'

const typed = {
  name: ' Promotion  2027 ',
  courseId: 'fundamentals',
  locale: 'fr',
  startsOn: '2027-01-04',
  endsOn: '2027-03-12',
  examOpensOn: '',
  seats: '',
}
const problems = (overrides: Partial<typeof typed>) => {
  const { error } = cohortSchema.safeParse({ ...typed, ...overrides })
  return error ? fieldProblems(error) : {}
}

it('reads what is optional as none', () => {
  expect(cohortSchema.parse(typed)).toEqual({ ...typed, name: 'Promotion 2027', examOpensOn: null, seats: null })
  expect(cohortSchema.parse({ ...typed, seats: '60', examOpensOn: '2027-03-01' })).toMatchObject({ seats: 60 })
})

it.each([
  [{ name: '' }, { name: 'required' }],
  [{ courseId: '' }, { courseId: 'choose' }],
  [{ locale: 'de' }, { locale: 'choose' }],
  [{ startsOn: '' }, { startsOn: 'day' }],
  [{ startsOn: '2027-02-30' }, { startsOn: 'day' }],
  [{ endsOn: '2027-01-03' }, { endsOn: 'before-start' }],
  [{ examOpensOn: '2027-03-13' }, { examOpensOn: 'outside' }],
  [{ examOpensOn: 'soon' }, { examOpensOn: 'day' }],
  [{ seats: '0' }, { seats: 'seats' }],
  [{ seats: '5001' }, { seats: 'seats' }],
  [{ seats: 'many' }, { seats: 'seats' }],
])('refuses %j', (overrides, problem) => {
  expect(problems(overrides)).toEqual(problem)
})
