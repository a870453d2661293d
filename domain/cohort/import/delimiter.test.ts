import { expect, it } from 'vitest'
import { delimiterOf } from './delimiter'

it.each([
  ['email;nom;fonction\n', ';'],
  ['email,nom,fonction\n', ','],
  ['email\tnom\tfonction\n', '\t'],
  ['\n\nemail;"nom, prénom";x\n', ';'],
  ['البريد؛;الاسم\n', ';'],
  ['email\n', ';'],
])('%j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter)
})
