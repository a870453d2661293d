import { expect, it } from 'vitest'
import { splitHeading } from './marks'
import { countWords, plainText } from './markup'

it.each([
  ['L’acte {#act}', 'L’acte', 'act'],
  ['الفعل {#the-act}  ', 'الفعل', 'the-act'],
  ['Sans identifiant', 'Sans identifiant', null],
  ['{#act} au début', '{#act} au début', null],
  ['Majuscules {#Act}', 'Majuscules {#Act}', null],
])('the heading “%s”', (heading, text, id) => {
  expect(splitHeading(heading)).toEqual({ text, id })
})

it('shows a text without its markup', () => {
  expect(plainText('Selon :cite[l’article 448-1]{id="cp-448-1"}, **jamais** :ref[27.14]')).toBe(
    'Selon l’article 448-1, jamais 27.14',
  )
})

it.each([
  ['l’article 448-1 du code', 4],
  ['« oui » ; non : 5 %', 3],
  ['الفصل 448-1، الفقرة الثانية', 4],
  ['  \n ', 0],
])('counts the words of “%s”', (text, words) => {
  expect(countWords(text)).toBe(words)
})
