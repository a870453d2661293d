import { expect, it } from 'vitest'
import { asked, courseSource, libraryWith, option, singleChoice } from '@/tests/support/course-factories'
import { catchAllOption } from './catch-all-option'

it.each([
  ['ar', 'كل ما سبق', 1],
  ['ar', 'جميع ما ذكر', 1],
  ['ar', 'لا شيء مما سبق', 1],
  ['ar', 'جميع الأجوبة صحيحة', 1],
  ['ar', 'كل من ارتكب الجريمة', 0],
  ['fr', 'Toutes les réponses ci-dessus', 1],
  ['fr', 'Aucune de ces réponses', 1],
  ['fr', 'Tout ce qui précède', 1],
  ['fr', 'Toutes les personnes exploitées', 0],
  ['en', 'All of the above', 1],
  ['en', 'None of these', 1],
  ['en', 'Neither of them', 1],
  ['en', 'All persons exploited', 0],
])('%s: %s', (locale, text, count) => {
  const options = [option('a'), option('b', { ...option('b').text, [locale]: text })]

  expect(catchAllOption(courseSource({ bank: [asked(singleChoice({ options }))] }), libraryWith())).toHaveLength(count)
})
