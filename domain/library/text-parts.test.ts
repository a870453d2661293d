import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textParts } from './text-parts'

it('marks the Arabic terms of a French sentence', () => {
  expect(textParts('L’arabe dit السجن المؤبد, peine de l’article 448-5.')).toEqual([
    { text: 'L’arabe dit ', kind: 'plain' },
    { text: 'السجن المؤبد', kind: 'arabic' },
    { text: ', peine de l’article ', kind: 'plain' },
    { text: '448-5', kind: 'reference' },
    { text: '.', kind: 'plain' },
  ])
})

it('isolates only the numbers of an Arabic sentence', () => {
  expect(textParts('الفصل 448-1 من القانون').map(({ kind }) => kind)).toEqual(['plain', 'reference', 'plain'])
})

it.each([
  ['Africanews، 5 نونبر 2025', 'Africanews|5 نونبر 2025'],
  ['Dima TV، 27 ماي 2024', 'Dima TV|27 ماي 2024'],
  ['France 24، 5 نونبر 2025', 'France 24|5 نونبر 2025'],
  ['H24info، سنة 2025', 'H24info'],
  ['جمعية المحامين (ABA ROLI)، صفحة برنامج', 'ABA ROLI'],
  ['لجنة الوزراء، القرار CM/ResDH(2017)95', 'CM/ResDH(2017)95'],
  ['موقع: https://example.ma/?p=1932.', 'https://example.ma/?p=1932'],
  ['الفصل 448-1، حسب Mapmedias، 26 شتنبر 2025', '448-1|Mapmedias|26 شتنبر 2025'],
  ['صدر في 5 نونبر 2025', ''],
])('sets apart in the Arabic sentence %s', (text, apart) => {
  const found = textParts(text, 'ar').filter(({ kind }) => kind !== 'plain')

  expect(found.map((part) => part.text).join('|')).toBe(apart)
})

it('loses no letter', () => {
  const pieces = fc.constantFrom('la loi ', 'TV، ', '5 نونبر 2025', 'السجن', ' ', '27.14', ', ', 'الحبس ', '«')
  fc.assert(
    fc.property(fc.array(pieces), (words) => {
      const text = words.join('')
      const joined = (locale?: 'ar') =>
        textParts(text, locale)
          .map((part) => part.text)
          .join('')
      return joined() === text && joined('ar') === text
    }),
  )
})
