import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SITUATIONS } from './at-risk'
import { groupOf, REST_DAYS, type Remindable, reasonsIn, restEnds } from './reminding'

const now = new Date('2026-11-25T10:00:00Z')
const ago = (days: number, ms = 0) => new Date(now.getTime() - days * 86_400_000 - ms)
const person = (overrides: Partial<Remindable> = {}): Remindable => ({
  situation: 'late',
  remindedAt: null,
  reachable: true,
  ...overrides,
})

describe('who may be reminded', () => {
  it.each<[string, Partial<Remindable>, 'due' | 'resting' | 'unreachable' | null]>([
    ['was never reminded', {}, 'due'],
    ['was reminded a moment ago', { remindedAt: now }, 'resting'],
    ['was reminded not quite a week ago', { remindedAt: ago(7, -1) }, 'resting'],
    ['was reminded a week ago', { remindedAt: ago(7) }, 'due'],
    ['was reminded last month', { remindedAt: ago(30) }, 'due'],
    ['cannot be reached', { reachable: false }, 'unreachable'],
    ['cannot be reached, and was reminded', { reachable: false, remindedAt: now }, 'unreachable'],
    ['is not late any more', { situation: 'on-track' }, null],
    ['is inactive, not late', { situation: 'inactive' }, null],
  ])('who %s', (_, overrides, place) => {
    const group = groupOf([person(overrides)], 'late', now)

    const places = (['due', 'resting', 'unreachable'] as const).filter((name) => group[name].length > 0)
    expect(places).toEqual(place === null ? [] : [place])
  })

  it('is everyone of the situation, once, in the order given', () => {
    const people = fc.array(
      fc.record({
        situation: fc.constantFrom(...SITUATIONS),
        remindedAt: fc.option(fc.integer({ min: 0, max: 20 }).map((days) => ago(days))),
        reachable: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(people, (all) => {
        const { due, resting, unreachable } = groupOf(all, 'inactive', now)
        const placed = [...due, ...resting, ...unreachable]
        const expected = all.filter(({ situation }) => situation === 'inactive')
        expect(new Set(placed)).toEqual(new Set(expected))
        expect(placed).toHaveLength(expected.length)
        expect(due).toEqual(all.filter((one) => due.includes(one)))
      }),
    )
  })

  it('is not reminded again before the days of rest are over', () => {
    expect(restEnds(ago(REST_DAYS))).toEqual(now)
  })
})

describe('what a cohort is reminded of', () => {
  const cohort = { archivedAt: null, exams: [{ examOpensOn: null }] }
  const opens = (...days: (string | null)[]) => ({ ...cohort, exams: days.map((examOpensOn) => ({ examOpensOn })) })
  const all = ['inactive', 'late', 'not-started', 'ready', 'out-of-attempts']
  const butTheExam = all.filter((reason) => reason !== 'ready')

  it.each([
    ['an open exam', cohort, all],
    ['no exam', opens(), butTheExam],
    ['an exam that opens tomorrow', opens('2026-11-26'), butTheExam],
    ['an exam that has opened today', opens('2026-11-25'), all],
    ['one exam that is open, and one that is not', opens('2026-11-26', null), all],
    ['been archived', { ...cohort, archivedAt: now }, []],
  ])('that has %s', (_, facts, reasons) => {
    expect(reasonsIn(facts, now)).toEqual(reasons)
  })
})
