import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesson, localized, singleChoice } from '@/tests/support/course-factories'
import type { LawChange } from './law-changes'
import { blocksOn, questionsOn, type TaughtBlock } from './law-delta'

const change = (overrides: Partial<LawChange> = {}): LawChange => ({
  since: '2025-12-08',
  lawDate: '2027-01-15',
  what: localized('what'),
  changed: ['cp-1'],
  untouched: [],
  also: [],
  without: [],
  ...overrides,
})

/** `a:1` is a block that says “a” and cites cp-1; `a` cites nothing; `#a` is a heading. */
const block = (spec: string, place: number): TaughtBlock => {
  const [words = '', cited] = spec.replace('#', '').split(':')
  return {
    block: place,
    hash: words,
    section: 'act',
    words: localized(words),
    cites: cited ? [`cp-${cited}`] : [],
    isText: !spec.startsWith('#'),
  }
}
const taught = (specs: string, id = 'offence') => [{ id, blocks: specs.split(' ').filter(Boolean).map(block) }]
const told = (before: string, after: string, overrides: Partial<LawChange> = {}) =>
  blocksOn(taught(before), taught(after), [change(overrides)]).map((each) =>
    [each.before, '→', each.after]
      .map((words) => (typeof words === 'string' ? words : (words?.en ?? 'none')))
      .join(' '),
  )

describe('the blocks', () => {
  it.each([
    ['reworded', 'a b:1 c', 'a x:1 c', ['text b → text x']],
    ['left as it was', 'a b:1 c', 'a b:1 c', ['text b → text b']],
    ['new', 'a c', 'a x:1 c', ['none → text x']],
    ['taken away', 'a b:1 c', 'a c', ['text b → none']],
    ['citing it before alone', 'a b:1 c', 'a x c', ['text b → text x']],
    ['citing another provision', 'a b:2 c', 'a x:2 c', []],
    ['a heading', '#b:1', '#x:1', []],
    ['two of three', 'a:1 b:2 c:1', 'a:1 y:2 z:1', ['text a → text a', 'text c → text z']],
  ])('that a change concerns: %s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  it('include those that the author adds, and not those that she leaves out', () => {
    expect(told('a b', 'a x', { also: ['offence#act'] })).toEqual(['text a → text a', 'text b → text x'])
    expect(told('a b:1', 'a x:1', { without: ['offence#act'] })).toEqual([])
  })

  it('of a new lesson are all new', () => {
    const after = [...taught('a:1'), ...taught('b:1', 'means')]
    expect(blocksOn(taught('a:1'), after, [change()])).toMatchObject([
      { lesson: 'offence', before: localized('a') },
      { lesson: 'means', before: null, after: localized('b'), provisions: ['cp-1'] },
    ])
  })

  const specs = fc
    .array(fc.constantFrom('a:1', 'b', 'c:2', 'd:1', 'e', '#f'), { maxLength: 8 })
    .map((all) => all.join(' '))

  it('are every block that cites the provision, each once and in order, and no other', () => {
    fc.assert(
      fc.property(specs, specs, (before, after) => {
        const [was, is] = [taught(before), taught(after)]
        const found = blocksOn(was, is, [change()])
        const citing = (is[0]?.blocks ?? []).filter(({ isText, cites }) => isText && cites.includes('cp-1'))
        const places = found.flatMap(({ block: place }) => place ?? [])
        expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other))
        expect(citing.every((each) => places.includes(each.block))).toBe(true)
        const cited = (said: { fr: string } | null) => ['texte a', 'texte d'].includes(said?.fr ?? '')
        for (const each of found) expect(cited(each.before) || cited(each.after)).toBe(true)
      }),
    )
  })
})

describe('the questions', () => {
  const asks = (id: string, cites: string[]) => singleChoice({ id, cites, options: [] as never })
  const second = (id: string, measures = false) => ({
    after: 'p1',
    ...(measures && { measures: true as const }),
    question: asks(id, ['cp-1']),
  })
  const course = {
    lessons: [lesson({ practice: [asks('p1', ['cp-1#2']), asks('p2', ['cp-2'])] })],
    second: [second('s1'), second('s2', true)],
    bank: [asks('q1', ['cp-1'])],
  }
  const ids = (overrides: Partial<LawChange> = {}) => questionsOn(course, [change(overrides)]).map(({ id }) => id)

  it('are those of the practice and the forms to study with, never those of exams or of measurements', () => {
    expect(ids()).toEqual(['p1', 's1'])
    expect(ids({ also: ['q1', 's2'] })).toEqual(['p1', 's1'])
  })

  it('include those that the author adds, and not those that she leaves out', () => {
    expect(ids({ also: ['p2'], without: ['p1'] })).toEqual(['p2', 's1'])
    expect(questionsOn(course, [])).toEqual([])
  })
})
