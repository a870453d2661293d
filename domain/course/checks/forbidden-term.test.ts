import { expect, it } from 'vitest'
import { libraryWith, localized, run, told } from '@/tests/support/course-factories'
import { forbiddenTerm } from './forbidden-term'

const library = libraryWith({
  terms: {
    trafficking: {
      id: 'trafficking',
      ar: 'الاتجار بالبشر',
      fr: 'traite des êtres humains',
      en: 'trafficking in human beings',
      source: localized('loi'),
      confidence: 'high',
      forbids: { ar: ['تجارة البشر'], fr: ['trafic d’êtres humains'], en: ['human trafficking'] },
    },
  },
  forbiddenTerms: [
    { language: 'ar', variant: 'الإجراءات الجنائية', use: 'المسطرة الجنائية', why: 'Mashriqi' },
    { language: 'ar', variant: 'مايو', use: 'ماي', why: 'month' },
    { language: 'ar', variant: 'المادة 448', use: 'الفصل', why: 'penal code' },
  ],
})

it.each([
  ['the right term', run('fr', 'la traite des êtres humains'), 0],
  ['a forbidden variant', run('fr', 'le trafic d’êtres humains'), 1],
  ['with a straight apostrophe and a capital', run('fr', "Trafic d'êtres humains"), 1],
  ['broken over two lines', run('en', 'of human\ntrafficking'), 1],
  ['in another language', run('en', 'trafic d’êtres humains'), 0],
  ['as a part of a word', run('en', 'inhuman trafficking'), 0],
  ['in guillemets, spoken about', run('fr', 'on n’écrit pas « trafic d’êtres humains »'), 0],
  ['in a statute', run('ar', 'تجارة البشر', { role: 'statute' }), 0],
  ['with an attached particle', run('ar', 'وبتجارة البشر'), 1],
  ['with tashkeel', run('ar', 'تِجارة البشر'), 1],
  ['with the article after لـ', run('ar', 'خلافا للإجراءات الجنائية'), 1],
  ['a month', run('ar', 'في مايو 2026'), 1],
  ['a longer word that begins alike', run('ar', 'مايوه'), 0],
  ['a variant that ends in a number', run('ar', 'المادة 448-1', { role: 'reference' }), 1],
])('%s', (_, text, count) => {
  expect(forbiddenTerm([text], library)).toHaveLength(count)
})

it('says what to write instead', () => {
  expect(told(forbiddenTerm([run('ar', 'في مايو')], library))).toEqual([
    'ar.md:10 “مايو” is not used here: write “ماي”',
  ])
})

it('finds nothing when nothing is forbidden', () => {
  expect(forbiddenTerm([run('fr', 'texte')], libraryWith())).toEqual([])
})
