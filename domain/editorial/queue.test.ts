import { describe, expect, it } from 'vitest'
import type { Locale } from '../locale'
import { nameOfText } from '../signoff/text-key'
import { boardOf } from './board'
import { type Assignment, type CurrentFacts, queueEntry, readQueueQuery, sortQueue } from './queue'
import type { SignatureMark } from './signature'
import type { EditorialText } from './text'

const text = (id: string, rest: Partial<EditorialText> = {}): EditorialText => ({
  key: { kind: 'lesson', id },
  title: { ar: 'نص', fr: 'texte', en: 'text' },
  course: null,
  hashes: { ar: 'ar', fr: 'fr', en: 'en' },
  signoff: [],
  cites: [],
  lawDate: '2026-01-01',
  minutes: 10,
  questions: [],
  ...rest,
})
const signed = (language: 'ar' | 'fr' | 'en', rest: Partial<SignatureMark> = {}): SignatureMark => ({
  ...{ language, area: 'legal', hash: language, accountId: 'me', signedOn: '2026-11-20', ...rest },
})
const NOTHING: CurrentFacts = { signatures: [], assignments: [], errors: 0, proposals: [], readers: 0, figures: null }
const KNOWN = { lawChanges: [], openQuestions: [] }
const LANGUAGES: Locale[] = ['ar', 'fr']
const ASKED = { scope: { languages: LANGUAGES }, area: 'legal', language: null } as const
const entry = (id: string, current: Partial<CurrentFacts> = {}, known = {}, rest: Partial<EditorialText> = {}) =>
  queueEntry(text(id, rest), { ...KNOWN, ...known }, { ...NOTHING, ...current }, ASKED)
const must = (...given: Parameters<typeof entry>) => {
  const found = entry(...given)
  if (!found) throw new Error('not in the queue')
  return found
}

describe('a text in the queue', () => {
  it('is listed while one of the reviewer’s languages is not signed', () => {
    expect(entry('c/a')).toMatchObject({ language: 'ar', reasons: [{ kind: 'unsigned' }] })
    expect(entry('c/a', { signatures: [signed('ar')] })).toMatchObject({ language: 'fr' })
    // English is not one of her languages.
    expect(entry('c/a', { signatures: [signed('ar'), signed('fr')] })).toBeNull()
    expect(entry('c/a', { signatures: [signed('ar', { area: 'language' }), signed('fr')] })).not.toBeNull()
  })

  it('comes back after its signature if readers, figures or a changed law give a reason', () => {
    const signatures = [signed('ar'), signed('fr')]
    const change = { provision: 'cpp-82-5-1', since: '2026-11-21' }
    expect(entry('c/a', { signatures, errors: 2 })?.reasons).toEqual([{ kind: 'errors', count: 2 }])
    expect(entry('c/a', { signatures, figures: { questions: 1, faults: ['facility'] } })?.reasons).toHaveLength(1)
    expect(entry('c/a', { signatures }, { lawChanges: [change] })?.reasons).toEqual([
      { kind: 'law-changed', ...change },
    ])
    // Both languages were signed on the day of the change: the signer knew the new wording.
    expect(entry('c/a', { signatures }, { lawChanges: [{ ...change, since: '2026-11-20' }] })).toBeNull()
    expect(entry('c/a', { signatures }, { openQuestions: [1] })).toBeNull()
  })

  it('comes back after its signature while a proposal for her languages waits', () => {
    const signatures = [signed('ar'), signed('fr')]
    const open = { language: null, state: 'open', count: 2 } as const
    const inFrench = { language: 'fr', state: 'open', count: 1 } as const
    const conflict = { language: 'ar', state: 'conflict', count: 1 } as const
    expect(entry('c/a', { signatures, proposals: [open, inFrench, conflict] })?.reasons).toEqual([
      { kind: 'proposals', count: 3 },
      { kind: 'conflicts', count: 1 },
    ])
    expect(entry('c/a', { signatures, proposals: [{ ...open, language: 'en' }] })).toBeNull()
  })

  it('is sorted by risk, and no number of readers outweighs a reason', () => {
    const law = must('c/law', {}, { lawChanges: [{ provision: 'p', since: '2026-02-01' }] })
    const errors = must('c/errors', { errors: 1 })
    const proposed = must('c/proposed', { proposals: [{ language: 'ar', state: 'open', count: 1 }] })
    const figures = must('c/figures', { figures: { questions: 3, faults: ['discrimination'] } })
    const open = must('c/open', {}, { openQuestions: [3] })
    const changed = must('c/changed', { signatures: [signed('ar', { hash: 'old' }), signed('fr')] })
    const read = must('c/read', { readers: 40_000 })
    const plain = must('c/plain', { readers: 3 })
    const ids = sortQueue(
      [plain, read, changed, open, figures, proposed, errors, law],
      { part: '', order: 'risk', whose: 'all' },
      'me',
    ).map(({ text: { key } }) => key.id)
    expect(ids).toEqual(['c/law', 'c/errors', 'c/proposed', 'c/figures', 'c/open', 'c/changed', 'c/read', 'c/plain'])
  })

  it('is found by part and by who has it, and put in the order that she asks for', () => {
    const given = (accountId: string): Assignment[] => [
      { language: 'ar', accountId, signer: 'R-2222', function: 'f', since: new Date(0) },
    ]
    const entries = [
      must('c/mine', { assignments: given('me'), readers: 1 }, {}, { minutes: 30 }),
      must('c/hers', { assignments: given('her'), readers: 5 }, {}, { minutes: 20 }),
      must('d/free', { readers: 9 }, {}, { minutes: 5 }),
    ]
    const ids = (query: Parameters<typeof sortQueue>[1]) =>
      sortQueue(entries, query, 'me').map(({ text: { key } }) => key.id)
    const all = { part: '', order: 'read', whose: 'all' } as const
    expect(ids(all)).toEqual(['d/free', 'c/hers', 'c/mine'])
    expect(ids({ ...all, order: 'short' })).toEqual(['d/free', 'c/hers', 'c/mine'])
    expect(ids({ ...all, part: 'course:c' })).toEqual(['c/hers', 'c/mine'])
    expect(ids({ ...all, whose: 'mine' })).toEqual(['c/mine'])
    expect(ids({ ...all, whose: 'free' })).toEqual(['d/free', 'c/mine'])
  })
})

it('reads every field of a query, and ignores unknown values', () => {
  const read = (query: string) => readQueueQuery(new URLSearchParams(query))
  const none = { part: '', area: null, language: null, order: 'risk', whose: 'all', page: 1 }
  expect(read('')).toEqual(none)
  expect(read('part=course%3Ac&area=legal&language=fr&order=short&whose=mine&page=3')).toEqual({
    ...{ part: 'course:c', area: 'legal', language: 'fr', order: 'short', whose: 'mine', page: 3 },
  })
  expect(read('area=all&language=de&order=<b>&whose=1&page=-1&x=y')).toEqual(none)
  expect(read(`part=${'x'.repeat(100)}&page=1e99&language=`)).toEqual(none)
})

it('counts the valid signatures by part and language, those that became void, and the reviewer’s own', () => {
  const texts = [text('c/a'), text('c/b'), text('x', { key: { kind: 'term', id: 'x' } })]
  const signatures = new Map([
    [nameOfText({ kind: 'lesson', id: 'c/a' }), [signed('ar'), signed('fr', { hash: 'old' })]],
    [nameOfText({ kind: 'term', id: 'x' }), [signed('ar', { accountId: 'her' }), signed('en', { area: 'language' })]],
  ])

  expect(boardOf(texts, signatures, { area: 'legal', accountId: 'me' })).toEqual({
    rows: [
      { part: 'course:c', texts: 2, signed: { ar: 1, fr: 0, en: 0 } },
      { part: 'library:term', texts: 1, signed: { ar: 1, fr: 0, en: 0 } },
    ],
    total: { texts: 3, signed: { ar: 2, fr: 0, en: 0 } },
    dropped: 1,
    own: 1,
  })
})
