import { expect, it } from 'vitest'
import {
  asked,
  caseSource,
  courseFile,
  courseSource,
  lessonSource,
  singleChoice,
  yamlSource,
} from '@/tests/support/course-factories'
import type { Signoff } from '../../signoff/signoff'
import type { CourseFile } from '../course'
import { demandedSignOff } from './demanded-sign-off'
import type { CourseSource } from './source'

const SIGN: Signoff[number] = { hash: 'hash-ar', language: 'ar', role: 'legal', date: '2026-11-01', by: 'a judge' }

function course(requires: CourseFile['requires'], signs: Signoff = [], more: Partial<CourseSource> = {}) {
  const file = yamlSource('courses/example/course.yaml', { ...courseFile, ...(requires && { requires }) })
  const lesson = lessonSource({
    signoff: yamlSource('courses/example/first/signoff.yaml', signs),
    hashes: { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' },
  })
  return courseSource({ file, lessons: [lesson], cases: [], bank: [], ...more })
}

const told = (source: CourseSource) => demandedSignOff(source).map(({ path, message }) => `${path} ${message}`)

it('requires nothing of a course that asks for no sign-off', () => {
  expect(told(course(undefined))).toEqual([])
})

it.each<[string, Signoff]>([
  ['no sign-off', []],
  ['one of an older text', [{ ...SIGN, hash: 'of-before' }]],
  ['one in another role', [{ ...SIGN, role: 'pedagogy' }]],
  ['one of another language', [{ ...SIGN, language: 'fr', hash: 'hash-fr' }]],
])('names a lesson that has %s, in the language that is required', (_, signs) => {
  expect(told(course({ legal: ['ar'] }, signs))).toEqual([
    expect.stringMatching(
      /^courses\/example\/first\/signoff\.yaml the lesson “.+” has no legal sign-off in Arabic for its present text/,
    ),
  ])
})

it('accepts a sign-off that counts, and requires each role and language separately', () => {
  expect(told(course({ legal: ['ar'] }, [SIGN]))).toEqual([])
  expect(told(course({ legal: ['ar', 'fr'], language: ['ar'] }, [SIGN]))).toEqual([
    expect.stringContaining('no legal sign-off in French'),
    expect.stringContaining('no language sign-off in Arabic'),
  ])
})

it('requires sign-offs of the invented files and the bank too', () => {
  const bank = [asked(singleChoice())]
  const bankSignoff = yamlSource<Signoff>('courses/example/bank/signoff.yaml', [])
  const whole = course({ legal: ['ar'] }, [SIGN], {
    bank,
    bankSignoff,
    bankHashes: { ar: 'now' },
    cases: [caseSource()],
  })

  expect(told(whole)).toEqual([
    expect.stringContaining('the file “'),
    expect.stringContaining('courses/example/bank/signoff.yaml the bank has no legal sign-off in Arabic'),
  ])
})
