import { describe, expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  courseFile,
  courseSource,
  lessonSource,
  libraryWith,
  localized,
  provision,
  releasedFile,
  singleChoice,
  textVersion,
  told,
  yamlSource,
} from '@/tests/support/course-factories'
import type { LawChange } from '../law-changes'
import { entryToFill, lawChanges, undeclaredLaw } from './law-changes'
import type { CourseSource } from './source'

const change = (overrides: Partial<LawChange> = {}): LawChange => ({
  since: '2025-12-08',
  lawDate: '2027-01-15',
  what: localized('what'),
  changed: ['cp-448-1#1'],
  untouched: [],
  also: [],
  without: [],
  ...overrides,
})

const since = (inForceFrom: string | null, id: string) =>
  provision({ id, versions: [textVersion({ id: '2027', inForceFrom }), textVersion()] })
const library = libraryWith({
  provisions: { 'cp-448-1': since('2027-01-01', 'cp-448-1'), 'cp-448-4': since('2028-01-01', 'cp-448-4') },
})
const question = singleChoice({ id: 'p1', cites: ['cp-448-1#1'] })
const cite = (id: string, path = 'courses/fundamentals/offence/fr.md') => ({
  path,
  line: 5,
  id,
  locale: 'fr' as const,
  label: null,
  inCase: false,
})

function course(entries: readonly LawChange[], overrides: Partial<CourseSource> = {}): CourseSource {
  return courseSource({
    file: yamlSource('courses/fundamentals/course.yaml', { ...courseFile, lawDate: '2027-01-15' }),
    lessons: [lessonSource({ practice: [asked(question)] })],
    citations: [cite('cp-448-1#1')],
    lawChanges: yamlSource('law-changes.yaml', entries, { '': 1, '0': 2 }),
    ...overrides,
  })
}

const faults = (entries: readonly LawChange[], overrides: Partial<CourseSource> = {}) =>
  told(lawChanges(course(entries, overrides), library))

it('accepts a complete change, and a course without changes', () => {
  expect(faults([change()])).toEqual([])
  expect(faults([])).toEqual([])
})

describe('it refuses', () => {
  it.each([
    ['days that do not follow', [change({ lawDate: '2025-12-08' })], 'must be later than “since”'],
    [
      'a gap between two entries',
      [change({ since: '2024-01-01', lawDate: '2025-01-01', changed: [] }), change()],
      'must be 2025-01-01, the “lawDate” of the entry before',
    ],
    ['a day after that of the course', [change({ lawDate: '2027-02-01' })], 'is later than the law date of the course'],
    ['an unknown provision', [change({ changed: ['cp-448-1', 'cp-9'] })], '“cp-9” is not in library/law'],
    ['one that did not change', [change({ changed: ['cp-448-1', 'cp-448-4'] })], '“cp-448-4” did not change after'],
    ['a cited provision that it does not name', [change({ changed: [] })], 'the course cites cp-448-1, which changed'],
    ['an unknown section', [change({ also: ['offence#none'] })], '“offence#none” is neither a section'],
    ['an unknown question', [change({ without: ['p1', 'p9'], also: ['p1'] })], '“p9” is neither a section'],
    ['a change on which nothing is asked', [change({ without: ['p1'] })], 'no question of the practice'],
  ])('%s', (_, entries, message) => {
    expect(faults(entries).join('\n')).toContain(message)
  })

  it('a course that has no certificates', () => {
    expect(faults([change()], { exam: null })).toEqual([
      'law-changes.yaml:2 a course without an exam has no certificates: delete this file',
    ])
  })

  it('a later change that nobody declared, with the entry to fill in', () => {
    const file = yamlSource('courses/fundamentals/course.yaml', { ...courseFile, lawDate: '2028-02-01' })
    const citations = [cite('cp-448-1#1'), cite('cp-448-4')]
    const [only, ...more] = faults([change()], { file, citations })
    expect(more).toEqual([])
    expect(only).toContain(entryToFill({ since: '2027-01-15', lawDate: '2028-02-01' }, ['cp-448-4']))
  })
})

it('accepts a provision as “untouched”, and leaves invented files to their own law date', () => {
  expect(faults([change({ changed: [], untouched: ['cp-448-1'] })])).toEqual([])
  const inCase = { path: 'courses/fundamentals/cases/lanes', id: 'lanes' }
  const cases = [{ ...inCase, file: yamlSource('case.yaml', null), prose: {}, bodies: {}, hashes: {} }]
  const citations = [cite('cp-448-1', `${inCase.path}/fr.md`)]
  const overrides = { cases: cases as never, citations }
  expect(faults([change({ changed: [], untouched: [] })], overrides)).toEqual([])
})

it('counts as a question a second form to study with, but not one that only measures', () => {
  const lessons = [lessonSource()]
  const studied = askedAgain(question, 'q1')
  expect(faults([change()], { lessons, second: [studied] })).toEqual([])
  expect(faults([change()], { lessons, second: [{ ...studied, measures: true }] }).join()).toContain('no question')
})

describe('beside the published edition it refuses', () => {
  const published = { file: releasedFile }
  const beside = (
    entries: readonly LawChange[],
    before: Parameters<typeof undeclaredLaw>[1] = published,
    overrides = {},
  ) => told(undeclaredLaw(course(entries, overrides), before, library)).join('\n')

  it('a later law date while nobody says what changed, with the entry to fill in', () => {
    const entry = entryToFill({ since: '2025-12-08', lawDate: '2027-01-15' }, ['cp-448-1'])
    expect(beside([])).toContain(entry)
    expect(beside([change({ since: '2026-06-01' })])).toContain(entry)
    expect(beside([change()])).toBe('')
  })

  it('nothing where the law of the course did not change, or it has no certificates', () => {
    expect(beside([], published, { citations: [cite('cp-448-4')] })).toBe('')
    expect(beside([], { file: { ...releasedFile, lawDate: '2027-01-15' } })).toBe('')
    expect(beside([], published, { exam: null })).toBe('')
  })

  it('an entry that is gone, which holders of older certificates need', () => {
    expect(beside([], { ...published, lawChanges: [change()] })).toContain('up to 2027-01-15: put that entry back')
  })
})
