import { expect, it } from 'vitest'
import { deleteAccountSchema, readDeleteAccount } from '../account/delete-account'
import { fieldProblems } from '../form/field-problem'
import { readToken } from './email-link'
import { openAccountSchema, readOpenAccount } from './open-account'
import { readSignIn, signInSchema } from './sign-in'
import { readSignUp, signUpSchema } from './sign-up'

const typed = {
  nameArabic: 'فاطمة العلوي',
  nameLatin: 'Fatima Alaoui',
  email: 'Fatima@example.ma',
  function: 'judge',
  institution: 'Tribunal de Fès',
  locale: 'fr',
}

function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const opened = (fields: Record<string, string | Blob>) =>
  openAccountSchema.safeParse({ ...readOpenAccount(formOf(fields)), email: 'fatima@example.ma' })
const problemsOf = (fields: Record<string, string | Blob>) => {
  const { error } = opened({ password: 'trois dossiers ce matin', ...fields })
  return error && fieldProblems(error)
}

it('reads only the address of a sign-up, whatever else the form has', () => {
  const form = readSignUp(formOf({ ...typed, emailConfirmedAt: '2026-01-01', id: 'x' }))

  expect(signUpSchema.parse(form)).toEqual({ email: 'fatima@example.ma' })
  const { error } = signUpSchema.safeParse(readSignUp(formOf({})))
  expect(error && fieldProblems(error)).toEqual({ email: 'required' })
})

it('names every field that is empty, in the order of the page', () => {
  const problems = problemsOf({ password: '' })

  expect(problems).toMatchObject({
    nameArabic: 'required',
    nameLatin: 'required',
    function: 'choose',
    institution: 'required',
    locale: 'choose',
  })
  const order = ['nameArabic', 'nameLatin', 'function', 'institution', 'locale', 'password']
  expect(Object.keys(problems ?? {})).toEqual(order)
})

it('opens an account for the address of the letter, whatever the form says', () => {
  const { data } = opened({ ...typed, email: 'somebody@else.example', password: 'trois dossiers ce matin' })

  expect(data).toEqual({ ...typed, email: 'fatima@example.ma', password: 'trois dossiers ce matin' })
})

it('refuses a function and a language that are not on the list', () => {
  expect(problemsOf({ ...typed, function: 'admin', locale: 'de' })).toEqual({ function: 'choose', locale: 'choose' })
})

it('refuses a password that holds her name', () => {
  for (const password of ['alaoui au tribunal', 'le dossier de fatima']) {
    const { error } = opened({ ...typed, password })
    expect(error && fieldProblems(error)).toEqual({ password: 'password-personal' })
  }
})

it('reads a file in place of a text as nothing', () => {
  expect(problemsOf({ ...typed, institution: new Blob(['x']) })).toEqual({ institution: 'required' })
})

it('accepts a weak password that only proves who somebody is, but limits its length', () => {
  const parse = (password: string) => signInSchema.safeParse(readSignIn(formOf({ email: 'a@example.ma', password })))

  expect(parse('short').success).toBe(true)
  expect(parse('x'.repeat(129)).success).toBe(false)
})

it('deletes nothing without the tick', () => {
  const { error } = deleteAccountSchema.safeParse(readDeleteAccount(formOf({ current: 'x' })))

  expect(error && fieldProblems(error)).toEqual({ understood: 'confirmation-needed' })
})

it.each([undefined, ['a'], '', 'short', `${'a'.repeat(43)}'`, 'a'.repeat(44)])('sees no token in %j', (value) => {
  expect(readToken(value)).toBeNull()
})
