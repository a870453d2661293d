import { describe, expect, it } from 'vitest'
import {
  asked,
  card,
  lessonSource,
  libraryWith,
  localized,
  matching,
  prose,
  provision,
  singleChoice,
  textVersion,
  trueFalse,
} from '@/tests/support/course-factories'
import { lessonMinutes } from './lesson-minutes'

const DAY = '2025-12-08'
const many = (count: number, word = 'mot') => Array.from({ length: count }, () => word).join(' ')
const inAll = (count: number) => ({ ar: many(count, 'كلمة'), fr: many(count), en: many(count, 'word') })
const quoting = (...cites: string[]) => [{ path: 'fr.md', line: 9, cites }]
const law = libraryWith()

it('reads 180 words in a minute', () => {
  expect(lessonMinutes(lessonSource({}, { words: 1800 }), law, DAY)).toBe(10)
})

it('takes the language in which it is longest', () => {
  const texts = { ar: prose({ locale: 'ar', words: 720 }), fr: prose({ words: 900 }) }

  expect(lessonMinutes({ prose: texts, practice: [] }, law, DAY)).toBe(5)
})

it('is at least one minute', () => {
  expect(lessonMinutes(lessonSource({}, { words: 3 }), law, DAY)).toBe(1)
})

describe('of the quoted law', () => {
  const minutes = (library: typeof law, ...cites: string[]) =>
    lessonMinutes(lessonSource({}, { words: 180, laws: quoting(...cites) }), library, DAY)
  const quoted = (text: { ar: Record<string, string>; fr?: Record<string, string> }) => {
    const ids = Object.keys(text.ar)
    const alignment = ids.map((id) => ({ ar: [id], fr: text.fr ? [id] : [] }))
    return libraryWith({ provisions: { 'cp-448-1': provision({ versions: [textVersion({ text, alignment })] }) } })
  }

  it('counts one language, the longer of the two', () => {
    const library = quoted({ ar: { '1': many(360, 'كلمة') }, fr: { '1': many(540) } })

    expect(minutes(library, 'cp-448-1')).toBe(4)
  })

  it('counts the cited paragraphs alone', () => {
    const library = quoted({ ar: { '1': many(360, 'كلمة'), '2': many(900, 'كلمة') } })

    expect(minutes(library, 'cp-448-1#1')).toBe(3)
    expect(minutes(library, 'cp-448-1#1', 'cp-448-1#2')).toBe(8)
  })

  it('counts the summary of a provision that is not quoted', () => {
    const told = card('cp-16', '16')
    const versions = told.kind === 'card' ? told.versions.map((version) => ({ ...version, summary: inAll(360) })) : []
    const library = libraryWith({ provisions: { 'cp-16': { ...told, kind: 'card', versions } } })

    expect(minutes(library, 'cp-16')).toBe(3)
  })

  it('counts nothing for an article that is not there', () => {
    expect(minutes(law, 'cp-999')).toBe(1)
  })
})

describe('of the questions', () => {
  const minutes = (...questions: Parameters<typeof asked>[0][]) =>
    lessonMinutes(lessonSource({ practice: questions.map((each) => asked(each)) }, { words: 0 }), law, DAY)
  const choice = (id: string, feedback: number) => ({
    id,
    text: inAll(180),
    feedback: inAll(feedback),
    cites: ['cp-448-1#2'],
  })

  it('counts the question, its choices and the comment on the right one', () => {
    const options = [choice('a', 360), choice('b', 1800)]

    expect(minutes(singleChoice({ stem: inAll(180), options, correct: ['a'] }))).toBe(5)
  })

  it('counts what is matched, and both comments', () => {
    const prompts = [
      { id: 'p1', text: inAll(180) },
      { id: 'p2', text: inAll(180) },
    ]
    const options = [choice('a', 180), choice('b', 180)]

    expect(minutes(matching({ stem: inAll(180), prompts, options, correct: { p1: 'a', p2: 'b' } }))).toBe(7)
  })

  it('counts a question whose options have no text, and leaves out markup', () => {
    const stem = { ...localized('x'), fr: `:cite[${many(179)}]{id="cp-448-1#2"} oui` }

    expect(minutes(trueFalse({ stem }))).toBe(1)
    expect(minutes(trueFalse({ stem: inAll(540) }), null)).toBe(3)
  })
})
