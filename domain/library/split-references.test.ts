import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitReferences } from './split-references'

const references = (text: string) => splitReferences(text).flatMap((part) => (part.reference ? [part.text] : []))

it.each([
  ['an article', 'الفصل 448-1 من مجموعة القانون الجنائي', ['448-1']],
  ['two articles', 'الفصلان 448-3 و448-14', ['448-3', '448-14']],
  ['an article of three parts', 'المادة 82-5-1 من قانون المسطرة الجنائية', ['82-5-1']],
  ['a law with a dot', 'القانون رقم 27.14 المتعلق', ['27.14']],
  ['a law with a hyphen', 'la loi n° 27-14 relative', ['27-14']],
  ['a dahir', 'الظهير الشريف رقم 1.16.127 بتاريخ', ['1.16.127']],
  ['a dahir with hyphens', 'dahir n° 1-16-127 du', ['1-16-127']],
  ['a number in brackets', '(448-1، الفقرة 2)', ['448-1']],
  ['a number that ends the sentence', 'طبقا للقانون رقم 27.14.', ['27.14']],
  ['a number before a comma', 'the laws 27.14, 22.01 and articles 448-1, 448-2', ['27.14', '22.01', '448-1', '448-2']],
])('isolates %s', (_, text, found) => {
  expect(references(text)).toEqual(found)
})

it.each([
  ['an amount', 'من 10.000 إلى 500.000 درهم'],
  ['an amount in millions', '6.000.000 درهم'],
  ['a decimal', '12,5 نقطة'],
  ['a range of years', 'بين 2019-2023'],
  ['an hour', 'على الساعة 10:30'],
  ['a date', 'في 24.11.2026'],
  ['a plain number', 'الفصل 16 من القانون، والجريدة الرسمية عدد 6501'],
  ['an id', 'cp-448-1'],
])('leaves %s as it is', (_, text) => {
  expect(references(text)).toEqual([])
})

it('loses no letter', () => {
  const pieces = fc.constantFrom(
    'الفصل ',
    'article ',
    '448-1',
    '27.14',
    '1.16.127',
    '10.000',
    '2019-2023',
    '-',
    '.',
    ', ',
  )
  fc.assert(
    fc.property(fc.array(pieces), (words) => {
      const text = words.join('')
      expect(
        splitReferences(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
      expect(splitReferences(text).map((part) => part.text)).not.toContain('')
    }),
  )
})

it('isolates each reference as a whole', () => {
  const number = fc.stringMatching(/^([1-9]\d{0,2}(-\d{1,2}){1,2}|\d{2}\.\d{2}|\d\.\d{2}\.\d{3})$/)
  fc.assert(
    fc.property(number, (reference) => {
      expect(splitReferences(`الفصل ${reference}، ثم`)).toEqual([
        { text: 'الفصل ', reference: false },
        { text: reference, reference: true },
        { text: '، ثم', reference: false },
      ])
    }),
  )
})
