import { expect, it } from 'vitest'
import { delimiterOf } from './delimiter'

it.each([
  ['email;nom;fonction\n', ';'],
  ['email,nom,fonction\n', ','],
  ['email\tnom\tfonction\n', '\t'],
  ['\n\nemail;"nom, prénom";x\n', ';'],
  ['البريد؛;الاسم\n', ';'],
  ['email\n', ';'],
  ['Liste des magistrats, Fès, 2026\nemail;nom;prénom\n', ';'],
  ['Liste; magistrats; Fès; 2026; novembre\nemail,nom,prénom\n', ','],
  ['"Titre\tavec\ttabulations"\nemail,nom\n', ','],
  ['a;b,c,d\n', ','],
  ['', ';'],
])('%j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter)
})
