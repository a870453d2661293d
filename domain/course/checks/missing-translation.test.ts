import { expect, it } from 'vitest'
import { courseSource, lessonSource, libraryWith, prose, told } from '@/tests/support/course-factories'
import { missingTranslation } from './missing-translation'

it('accepts a lesson written in three languages', () => {
  expect(missingTranslation(courseSource(), libraryWith())).toEqual([])
})

it('names the file that is missing', () => {
  const lesson = lessonSource({ prose: { ar: prose({ locale: 'ar' }), fr: prose({ locale: 'fr' }) } })

  expect(told(missingTranslation(courseSource({ lessons: [lesson] }), libraryWith()))).toEqual([
    'courses/fundamentals/offence/en.md:1 the English text of lesson “offence” is missing: write this file',
  ])
})
