import { expect, it } from 'vitest'
import { libraryWith, run, told } from '@/tests/support/course-factories'
import { rawNumber } from './raw-number'

it.each([
  ['a bare article number', run('ar', 'ينص الفصل 448-1 على'), 1],
  ['two bare numbers', run('ar', 'الفصلان 448-3 و448-4'), 2],
  ['a number of three parts', run('ar', 'المادة 82-5-1'), 1],
  ['a number with a dash', run('ar', 'الفصل 448–1'), 1],
  ['a number inside a reference', run('ar', 'الفصل 448-1', { role: 'reference' }), 0],
  ['a statute', run('ar', 'المادتين 82-6 و82-7', { role: 'statute' }), 0],
  ['a range of years', run('ar', 'بين 2019-2023'), 0],
  ['an amount', run('ar', 'من 10.000 إلى 500.000 درهم'), 0],
  ['French', run('fr', 'l’article 448-1'), 0],
])('%s', (_, text, count) => {
  expect(rawNumber([text], libraryWith())).toHaveLength(count)
})

it('gives the line inside a paragraph of several lines', () => {
  expect(told(rawNumber([run('ar', 'سطر\nالفصل 448-1', { line: 10 })], libraryWith()))[0]).toMatch('ar.md:11 “448-1”')
})
