import { expect, it } from 'vitest'
import { emailSchema } from './email'

const problem = (text: string) => emailSchema.safeParse(text).error?.issues[0]?.message

it('keeps an address in lower case, without the spaces around it', () => {
  expect(emailSchema.parse('  Fatima.Alaoui@Justice.GOV.ma ')).toBe('fatima.alaoui@justice.gov.ma')
})

it.each([
  ['nothing', '', 'required'],
  ['no domain', 'fatima', 'email'],
  ['two addresses', 'a@example.ma, b@example.ma', 'email'],
  ['a line end', 'a@example.ma\r\nBcc: b@example.ma', 'email'],
  ['a letter that only lower-cases to ASCII', 'fatima@\u212Ayoto.ma', 'email'],
  ['a null byte', 'a\0@example.ma', 'email'],
  ['more than 254 characters', `${'a'.repeat(250)}@b.ma`, 'too-long'],
])('refuses %s', (_, text, expected) => {
  expect(problem(text)).toBe(expected)
})
