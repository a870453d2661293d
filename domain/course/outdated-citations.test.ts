import { describe, expect, it } from 'vitest'
import {
  lesson,
  localized,
  option,
  provision,
  releasedFile,
  singleChoice,
  textVersion,
} from '@/tests/support/course-factories'
import type { Instrument } from '../library/instrument'
import { outdatedInExamQuestion, outdatedInLesson, outdatedInQuestion } from './outdated-citations'

const instrument: Instrument = {
  id: 'penal-code',
  prefix: 'cp',
  unit: localized('article'),
  name: localized('of the code'),
  shortName: localized('code'),
  authenticLanguage: 'ar',
}
const changed = (id: string) => provision({ id, versions: [textVersion({ inForceFrom: '2026-06-01' })] })
const store = {
  instruments: { 'penal-code': instrument },
  provisions: { 'cp-1': changed('cp-1'), 'cp-2': changed('cp-2'), 'cp-3': provision({ id: 'cp-3' }) },
  decisions: {},
}
const body = (text: string) => ({ ar: text, fr: text, en: 'nothing' })
const cites = lesson({ bodies: body('See :cite[article 1]{id="cp-1#2"} and 3.\n\n::law{cite="cp-3#1"}') })
const signed = (date: string, hash = 'hash-fr') => [
  { hash, language: 'fr' as const, role: 'legal' as const, date, by: 'x' },
]
const changesIn = (of: typeof cites, locale: 'fr' | 'en' = 'fr') =>
  outdatedInLesson(of, '2025-12-08', store, locale).map((change) => change.provision)

describe('what has changed since a lesson was written', () => {
  it('is what it cites and what has a newer version', () => {
    expect(changesIn(cites)).toEqual(['cp-1'])
  })

  it('is told in the languages that cite it', () => {
    expect(changesIn(cites, 'en')).toEqual([])
  })

  it('includes what blocks of law and practice questions cite', () => {
    expect(changesIn(lesson({ bodies: body('::law{cite="cp-1#1, cp-2#1"}') }))).toEqual(['cp-1', 'cp-2'])
    expect(changesIn(lesson({ bodies: body('x'), practice: [singleChoice({ cites: ['cp-2'] })] }))).toEqual(['cp-2'])
  })

  it('is nothing if a jurist has signed the present text after the change', () => {
    expect(changesIn({ ...cites, signoff: signed('2026-06-01') })).toEqual([])
    expect(changesIn({ ...cites, signoff: signed('2026-05-31') })).toEqual(['cp-1'])
    expect(changesIn({ ...cites, signoff: signed('2026-06-01', 'another text') })).toEqual(['cp-1'])
  })
})

it('tells of a question only what it rests on', () => {
  const changes = [
    { provision: 'cp-1', name: 'article 1', since: '2026-06-01' },
    { provision: 'cp-2', name: 'article 2', since: '2026-06-01' },
  ]
  const question = singleChoice({ cites: ['cp-3'], options: [{ ...option('a'), cites: ['cp-2#1'] }, option('b')] })

  expect(outdatedInQuestion(question, changes).map((change) => change.provision)).toEqual(['cp-2'])
})

describe('what has changed since the exam was written', () => {
  const file = releasedFile
  const hashes = { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' }
  const bank = { file, bankSignoff: [], bankHashes: hashes }
  const question = singleChoice({ cites: ['cp-3'], options: [{ ...option('a'), cites: ['cp-2#1'] }, option('b')] })
  const changesIn = (of: Parameters<typeof outdatedInExamQuestion>[1], locale: 'fr' | 'ar' = 'fr') =>
    outdatedInExamQuestion(question, of, store, locale).map((change) => change.provision)

  it('is what its question and options cite', () => {
    expect(changesIn(bank)).toEqual(['cp-2'])
    expect(changesIn({ ...bank, bankHashes: undefined })).toEqual(['cp-2'])
  })

  it('is nothing if a jurist has signed the present bank after the change, in that language', () => {
    expect(changesIn({ ...bank, bankSignoff: signed('2026-06-01') })).toEqual([])
    expect(changesIn({ ...bank, bankSignoff: signed('2026-06-01') }, 'ar')).toEqual(['cp-2'])
    expect(changesIn({ ...bank, bankSignoff: signed('2026-05-31') })).toEqual(['cp-2'])
    expect(changesIn({ ...bank, bankSignoff: signed('2026-06-01', 'another bank') })).toEqual(['cp-2'])
  })
})
