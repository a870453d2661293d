import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localized, provision, textVersion } from '@/tests/support/course-factories'
import type { LawChange } from './law-changes'
import { changedProvisions, changedWithin, changesSince, isMarked, touchedBy } from './law-changes'

const change = (since: string, lawDate: string, overrides: Partial<LawChange> = {}): LawChange => ({
  since,
  lawDate,
  what: localized('what'),
  changed: ['cp-448-1#1'],
  untouched: [],
  also: [],
  without: [],
  ...overrides,
})
const [OLD, NEW] = ['2025-12-08', '2027-01-15']

describe('a provision', () => {
  const versions = (inForceFrom: string | null, inForceUntil?: string) =>
    provision({ versions: [textVersion({ inForceFrom, ...(inForceUntil !== undefined && { inForceUntil }) })] })

  it.each([
    ['began after the first day', versions('2025-12-09'), true],
    ['began on the last day', versions(NEW), true],
    ['began on the first day', versions(OLD), false],
    ['began after the last day', versions('2027-01-16'), false],
    ['began on a day that is not known', versions(null), false],
    ['was in force for the last time on the first day', versions(null, OLD), true],
    ['was in force for the last time before the last day', versions(null, '2027-01-14'), true],
    ['was in force for the last time on the last day', versions(null, NEW), false],
    ['had ended before', versions(null, '2025-12-07'), false],
  ])('that %s changed between them: %#', (_, text, changed) => {
    expect(changedWithin(text, { since: OLD, lawDate: NEW })).toBe(changed)
  })

  it('is named once, however often and in whatever part it is cited', () => {
    const provisions = { 'cp-448-1': versions('2027-01-01'), 'cp-448-4': versions(OLD) }
    const cites = ['cp-448-1#1', 'cp-448-1', 'cp-448-4', 'cp-1', 'not a citation']
    expect(changedProvisions(cites, { provisions }, { since: OLD, lawDate: NEW })).toEqual(['cp-448-1'])
  })
})

describe('what changed since a day', () => {
  const entries = [change('2024-01-01', OLD), change(OLD, NEW), change(NEW, '2028-02-01')]

  it.each([
    ['2024-01-01', 3],
    ['2024-06-01', 3],
    [OLD, 2],
    [NEW, 1],
    ['2028-02-01', 0],
    ['2030-01-01', 0],
    // The entries do not reach back to this day: the list would be incomplete.
    ['2023-12-31', 0],
  ])('%s', (day, count) => {
    expect(changesSince(entries, day)).toEqual(entries.slice(entries.length - count))
  })

  it('is nothing where nothing was declared', () => {
    expect(changesSince(undefined, OLD)).toEqual([])
  })
})

describe('a text', () => {
  const cite = fc
    .tuple(fc.constantFrom('cp-1', 'cp-2'), fc.constantFrom('', '#1', '#2', '#2.1'))
    .map((each) => each.join(''))
  const place = fc.constantFrom('offence#act', 'offence#means', 'p1')

  it('is marked if a citation overlaps with the change, as the command law:impact finds it', () => {
    const entries = [change(OLD, NEW, { changed: ['cp-1#2'] })]
    expect(['cp-1', 'cp-1#2', 'cp-1#2.1'].every((id) => touchedBy([id], entries).length === 1)).toBe(true)
    expect(touchedBy(['cp-1#1', 'cp-2', 'junk junk'], entries)).toEqual([])
  })

  it('is never marked if left out, always if added, and otherwise according to its citations', () => {
    fc.assert(
      fc.property(fc.array(cite), fc.array(cite), place, (cites, changed, where) => {
        const entry = (overrides: Partial<LawChange>) => [change(OLD, NEW, { changed, ...overrides })]
        const text = { cites, place: where }
        expect(isMarked(text, entry({ without: [where] }))).toBe(false)
        expect(isMarked(text, entry({ also: [where] }))).toBe(true)
        expect(isMarked(text, entry({}))).toBe(touchedBy(cites, entry({})).length > 0)
        expect(isMarked({ cites, place: null }, entry({ without: [where] }))).toBe(isMarked(text, entry({})))
      }),
    )
  })

  it('that one change leaves out can be marked by another one', () => {
    const entries = [change(OLD, NEW, { without: ['p1'] }), change(NEW, '2028-02-01')]
    expect(isMarked({ cites: ['cp-448-1'], place: 'p1' }, entries)).toBe(true)
  })
})
