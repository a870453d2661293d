import { expect, it } from 'vitest'
import { asked, completing, courseSource, libraryWith, marking, singleChoice } from '@/tests/support/course-factories'
import { passagePlaces } from './passage-places'

const found = (key: Parameters<typeof asked>[0]) =>
  passagePlaces(
    courseSource({ bank: [asked(key, { lines: { '': 7, 'passage.ar': 21, 'passage.fr': 22, 'passage.en': 23 } })] }),
    libraryWith(),
  ).map(({ line, message }) => `${line} ${message}`)
const { passage } = marking()

it('accepts a document with each span, a passage with each blank, and questions without either', () => {
  expect([marking(), completing(), singleChoice(), null].flatMap(found)).toEqual([])
})

it('names the language in which a span is missing, is used twice, or does not exist', () => {
  expect(found(marking({ passage: { ...passage, fr: '{a} {b}' } }))).toEqual([
    expect.stringMatching(/^22 .*in French.*\{c\} once/),
  ])
  expect(found(marking({ passage: { ...passage, en: '{a} {b} {c} {a}' } }))).toEqual([
    expect.stringMatching(/^23 .*in English.*\{a\} once/),
  ])
  expect(found(marking({ passage: { ...passage, ar: '{a} {b} {c} {d} {d}' } }))).toEqual([
    expect.stringMatching(/^21 .*in Arabic.*\{d\} is no span/),
  ])
})

it('wants each blank in each language', () => {
  expect(found(completing({ passage: { ar: '{b1} {b2}', fr: '{b1}', en: '{b2} {b1} {a}' } }))).toEqual([
    expect.stringContaining('{b2} once'),
    expect.stringContaining('{a} is no span or blank'),
  ])
})
