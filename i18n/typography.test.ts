import fc from 'fast-check'
import { expect, it } from 'vitest'
import { capitalise, frenchSpaces, typeset } from './typography'

/** Texts with the spaces made visible: `_` no-break, `'` narrow no-break. */
const shown = (text: string) => frenchSpaces(text).replaceAll('\u00A0', '_').replaceAll('\u202F', "'")

it.each([
  ['Prêt ? Oui ! Non ; si', "Prêt'? Oui'! Non'; si"],
  ['Référence : 70 % du total', 'Référence_: 70_% du total'],
  ['Retour à « Mon parcours »', 'Retour à «_Mon parcours_»'],
  ['Vraiment « oui » ?', "Vraiment «_oui_»'?"],
  ['la loi n° 27-14', 'la loi n°_27-14'],
  ['les lois nos 27-14 et 03-23', 'les lois nos_27-14 et 03-23'],
  ['l’article 448-1, alinéa 2', 'l’article_448-1, alinéa_2'],
  ['Articles 448-3 et 448-4 ; art. 16', "Articles_448-3 et 448-4'; art._16"],
  ['de 10 h 30 à 11 h, soit 30 min', 'de 10_h_30 à 11_h, soit 30_min'],
  ['5 000 personnes, 1 234 567,5 en 2026', "5'000 personnes, 1'234'567,5 en 2026"],
  ['un fichier de 3 Mo', 'un fichier de 3_Mo'],
])('sets %s', (plain, set) => {
  expect(shown(plain)).toBe(set)
})

it.each([
  'https://example.ma/fr/courses?lesson=offence;a:b!c',
  'À 10:30, le 24/11/2026',
  'nom@exemple.ma',
  'urn:uuid:0197a1c2',
  'les articles cités, cet article premier',
  '5 hommes et 2 minutes',
  'en 2026 300 affaires, les points 27 448-1, le 05 37 21 48 90',
])('leaves alone %s', (text) => {
  expect(frenchSpaces(text)).toBe(text)
})

it('mends spaces that an author had already made no-break, or doubled', () => {
  expect(shown('Prêt\u00A0? Oui\u202F: 70  %')).toBe("Prêt'? Oui_: 70_%")
})

const pieces = ['«', '»', ':', ';', '!', '?', '%', 'n°', 'article', 'alinéas', 'nos', '448-1', '10', 'h', 'min', 'mot']
const spaces = [' ', '\u00A0', '\u202F', '  ', '']
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...spaces), fc.string({ maxLength: 4 })))
  .map((words) => words.join(''))

it('changes nothing when run twice', () => {
  fc.assert(fc.property(anyText, (text) => frenchSpaces(frenchSpaces(text)) === frenchSpaces(text)))
})

it('changes spaces into spaces, and nothing else', () => {
  const plain = (text: string) => text.replace(/[ \u00A0\u202F]+/g, ' ')
  fc.assert(fc.property(anyText, (text) => plain(frenchSpaces(text)) === plain(text)))
})

it('never touches Arabic or English', () => {
  const anyLetters = fc.string({ unit: fc.constantFrom(...'السجن،؛؟«» :;?!%0123456789'), maxLength: 30 })
  fc.assert(fc.property(anyLetters, fc.constantFrom('ar', 'en'), (text, locale) => typeset(text, locale) === text))
})

it('leaves Arabic words inside a French sentence alone', () => {
  expect(shown('Le mot السجن : « السجن », puis الحبس ؟')).toBe('Le mot السجن_: «_السجن_», puis الحبس ؟')
})

it.each([
  ['article 448-1', 'Article 448-1'],
  ['élément', 'Élément'],
  ['الفصل', 'الفصل'],
  ['', ''],
])('begins a heading with a capital: %s', (text, heading) => {
  expect(capitalise(text)).toBe(heading)
})
