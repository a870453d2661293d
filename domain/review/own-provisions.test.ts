import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CERTAINTIES } from '../question/answer'
import { type OwnAnswer, ownProvisions } from './own-provisions'

const answer = (overrides: Partial<OwnAnswer> = {}): OwnAnswer => ({
  courseId: 'fundamentals',
  provisions: ['cp-448-1'],
  answer: ['a'],
  certainty: null,
  points: 1,
  reread: 'offence#act',
  ...overrides,
})
const on = (provision: string, overrides: Partial<OwnAnswer>) => answer({ provisions: [provision], ...overrides })

it('begins with sure but wrong answers, then with most misses, then with right guesses', () => {
  const order = ownProvisions([
    on('known', { certainty: 'sure' }),
    on('guessed', { certainty: 'guess' }),
    on('missed', { points: 0 }),
    on('missed', { points: 0.5, certainty: 'fairly' }),
    on('sure', { points: 0, certainty: 'sure' }),
  ]).map(({ provision }) => provision)

  expect(order).toEqual(['sure', 'missed', 'guessed', 'known'])
})

it('compares each certainty with the right answers', () => {
  const [found] = ownProvisions([
    answer({ certainty: 'sure' }),
    answer({ certainty: 'sure', points: 0.5 }),
    answer({ certainty: 'guess' }),
    answer(),
    answer({ points: 0 }),
  ])

  expect(found).toMatchObject({
    sureAndWrong: 1,
    missed: 2,
    counts: [
      { certainty: 'sure', right: 1, missed: 1 },
      { certainty: 'guess', right: 1, missed: 0 },
      { certainty: 'not-given', right: 1, missed: 1 },
    ],
  })
})

it('ignores a certainty without an answer', () => {
  const [found] = ownProvisions([answer({ answer: null, certainty: 'sure', points: 0 })])

  expect(found).toMatchObject({ sureAndWrong: 0, counts: [{ certainty: 'not-given', right: 0, missed: 1 }] })
})

it('gives the passages of the missed questions, each once, and no others', () => {
  const [found] = ownProvisions([
    answer({ points: 0 }),
    answer({ points: 0 }),
    answer({ points: 0, courseId: 'detection' }),
    answer({ reread: 'offence#purpose' }),
  ])

  expect(found?.passages).toEqual([
    { courseId: 'fundamentals', passage: 'offence#act' },
    { courseId: 'detection', passage: 'offence#act' },
  ])
})

it('counts each answer once for each of its provisions', () => {
  const anyAnswer = fc.record({
    provisions: fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c'), { minLength: 1 }),
    certainty: fc.constantFrom(null, ...CERTAINTIES),
    points: fc.constantFrom(0, 0.5, 1),
    answer: fc.constantFrom<(string[] | null)[]>(null, ['a']),
  })
  fc.assert(
    fc.property(fc.array(anyAnswer), (some) => {
      for (const { provision, counts, missed } of ownProvisions(some.map(answer))) {
        const about = some.filter(({ provisions }) => provisions.includes(provision))
        const counted = counts.reduce((sum, count) => sum + count.right + count.missed, 0)
        expect(counted).toBe(about.length)
        expect(missed).toBe(about.filter(({ points }) => points < 1).length)
      }
    }),
  )
})
