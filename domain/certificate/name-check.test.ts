import { expect, it } from 'vitest'
import { readTypedName } from './name-check'

function formOf(name: string | Blob | null): FormData {
  const form = new FormData()
  if (name !== null) form.set('name', name)
  return form
}

it('reads a name without the spaces around it', () => {
  expect(readTypedName(formOf('  Salma Bennani '))).toEqual({ status: 'read', name: 'Salma Bennani' })
})

it.each([
  ['no field', null, 'empty'],
  ['an empty field', '', 'empty'],
  ['spaces', ' \u00A0 ', 'empty'],
  ['a file', new Blob(['x']), 'empty'],
  ['ten thousand characters', 'a'.repeat(10_000), 'too-long'],
])('finds %s in the form', (_, name, status) => {
  expect(readTypedName(formOf(name))).toEqual({ status })
})
