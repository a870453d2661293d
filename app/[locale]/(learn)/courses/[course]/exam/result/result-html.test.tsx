import { afterEach, expect, it } from 'vitest'
import type { Course } from '@/domain/course/course'
import type { Library } from '@/domain/library/library'
import { translator } from '@/i18n/translator'
import { library } from '@/server/content/library'
import type { LoadedRelease } from '@/server/content/releases'
import type { GradedQuestion } from '@/server/exam/read-result'
import {
  courseSource,
  lesson,
  libraryWith,
  provision,
  singleChoice,
  textVersion,
} from '@/tests/support/course-factories'
import { resultHtml } from './result-html'

const question = singleChoice({ id: 'b1', cites: ['cp-448-1#2'] })
const { instruments, provisions } = libraryWith()
const course = {
  file: courseSource().file.value,
  lessons: [lesson()],
  bank: [question],
  bankSignoff: [],
  bankHashes: { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' },
  instruments,
  provisions,
  decisions: {},
} as unknown as Course
const release = { id: 'release-1', course } as LoadedRelease
const graded = {
  key: question,
  order: ['a', 'b', 'c'],
  answer: ['a'],
  certainty: null,
  position: 1,
  points: 1,
} as GradedQuestion
const review = () => resultHtml([graded], release, { number: 1 }, 'fr')
const serve = (source: Library) => library.set(source)
const amended = provision({ id: 'cp-448-1', versions: [textVersion({ inForceFrom: '2026-06-01' }), textVersion()] })

afterEach(library.reset)

it('marks the questions whose law has changed, and does not keep what was rendered before', () => {
  serve(libraryWith())
  expect(review()).not.toContain('law-changed')

  serve(libraryWith({ provisions: { ...provisions, 'cp-448-1': amended } }))
  expect(review()).toContain('law-changed')
})

it('points on paper to the earlier wrong answer that quotes the provision, and skips right answers', () => {
  serve(libraryWith())
  const asked = (position: number, points: number) => ({ ...graded, position, points })
  const html = resultHtml([asked(1, 1), asked(2, 0), asked(3, 0)], release, { number: 1 }, 'fr')
  const laws = [...html.matchAll(/<div class="review-law( above)?"/g)].map(([, above]) => above !== undefined)

  expect(laws).toEqual([false, false, true])
  expect(html).toContain(translator('fr')('exam.result.lawAbove', { question: '2' }))
})
