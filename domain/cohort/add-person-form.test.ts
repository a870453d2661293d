import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../form/field-problem'
import { addPersonSchema } from './add-person-form'

const TYPED = {
  email: ' H.Tamthili@Justice.example ',
  nameLatin: '',
  nameArabic: '',
  function: '',
  locale: 'ar',
  institution: '',
}
const problemsOf = (typed: Partial<typeof TYPED>) => {
  const { error } = addPersonSchema.safeParse({ ...TYPED, ...typed })
  return error ? fieldProblems(error) : {}
}

describe('a person added by hand', () => {
  it('needs an address and no more', () => {
    expect(addPersonSchema.parse(TYPED)).toEqual({
      email: 'h.tamthili@justice.example',
      nameLatin: null,
      nameArabic: null,
      function: null,
      locale: 'ar',
      institution: null,
    })
    expect(problemsOf({ email: ' ' })).toEqual({ email: 'required' })
  })

  it.each([
    ['an address that is none', { email: 'justice.example' }, { email: 'email' }],
    ['markup in a name', { nameLatin: '<b>Hind</b>' }, { nameLatin: 'name-latin' }],
    ['a name in the other script', { nameArabic: 'Hind Tamthili' }, { nameArabic: 'name-arabic' }],
    ['a function that does not exist', { function: 'king' }, { function: 'choose' }],
    ['a language that does not exist', { locale: 'xx' }, { locale: 'choose' }],
    ['a court of too many letters', { institution: 'x'.repeat(161) }, { institution: 'too-long' }],
  ])('is refused with %s', (_, typed, problems) => {
    expect(problemsOf(typed)).toEqual(problems)
  })
})
