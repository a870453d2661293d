import fc from 'fast-check'
import { expect, it } from 'vitest'
import { disclose } from './disclose'
import { effectSize } from './effect-size'
import type { FirstAttempt } from './first-attempt'
import { type MatchedPair, matchPeople } from './match-people'
import { meanScores } from './mean-scores'
import { normalisedGain } from './normalised-gain'
import { seededGenerator } from './seeded-generator'

const sat = (personKey: string, scores: number[]): FirstAttempt[] =>
  scores.map((score, place) => ({
    personKey,
    language: 'ar',
    questionId: `q${place}`,
    provisions: [],
    score,
    chosen: [],
    certainty: null,
  }))
const resampling = () => ({ random: seededGenerator(2026), draws: 1000 })
/** Ten people: 0.1 … 0.5 in the first test, and 0.4 more in the second. */
const TEN: MatchedPair[] = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5].map((tenths) => ({
  before: tenths / 10,
  after: (tenths + 4) / 10,
}))
const tooFew = { status: 'hidden', reason: 'too-few-people' }
const protects = { status: 'hidden', reason: 'protects-a-group' }
const anyPairs = fc.array(
  fc.record({ before: fc.integer({ min: 0, max: 20 }), after: fc.integer({ min: 0, max: 20 }) }).map((pair) => ({
    before: pair.before / 20,
    after: pair.after / 20,
  })),
  { minLength: 10, maxLength: 25 },
)

it('matches people by key, and counts who took only one test', () => {
  const before = [...sat('amina', [1, 0]), ...sat('brahim', [1, 1]), ...sat('chaima', [0, 0])]
  const after = [...sat('driss', [1, 0]), ...sat('amina', [1, 1])]

  expect(matchPeople(before, after)).toEqual({ pairs: [{ before: 0.5, after: 1 }], dropOuts: 2, joinedLate: 1 })
})

it('gives the gain of the averages as a share of the possible gain', () => {
  const gain = disclose(normalisedGain({ pairs: TEN }, resampling()))

  expect(gain).toMatchObject({ status: 'shown', people: 10, value: { gain: expect.closeTo(0.4 / 0.7), draws: 1000 } })
})

it('gives the effect size in the mean spread, corrected for few people', () => {
  // Both spreads are √(0.2/9); J = 1 − 3/35.
  const expected = (1 - 3 / 35) * (0.4 / Math.sqrt(0.2 / 9))

  expect(disclose(effectSize({ pairs: TEN }, resampling()))).toMatchObject({
    status: 'shown',
    people: 10,
    value: { hedgesGav: expect.closeTo(expected, 9) },
  })
})

it('claims nothing about fewer than ten people who took both', () => {
  const pairs = TEN.slice(1)

  expect(disclose(meanScores({ pairs }))).toMatchObject(tooFew)
  expect(disclose(normalisedGain({ pairs }, resampling()))).toMatchObject(tooFew)
  expect(disclose(effectSize({ pairs }, resampling()))).toMatchObject(tooFew)
})

it('does not tell that all had the same score', () => {
  const pairs = TEN.map(({ before }) => ({ before, after: 1 }))

  expect(disclose(meanScores({ pairs }))).toMatchObject(protects)
  expect(disclose(normalisedGain({ pairs }, resampling()))).toMatchObject(protects)
  expect(disclose(effectSize({ pairs }, resampling()))).toMatchObject(protects)
  expect(disclose(normalisedGain({ pairs: TEN.map(() => ({ before: 1, after: 1 })) }, resampling()))).toMatchObject(
    protects,
  )
})

it('warns of a ceiling above 85 % before', () => {
  const from = (before: number) =>
    TEN.map(({ after }, place) => ({ before: before + (place % 2 ? 0.05 : -0.05), after }))

  expect(disclose(meanScores({ pairs: from(0.84) }))).toMatchObject({ value: { ceiling: false } })
  expect(disclose(meanScores({ pairs: from(0.86) }))).toMatchObject({ value: { ceiling: true } })
})

it('comes out the same for the same seed', () => {
  const once = disclose(effectSize({ pairs: TEN }, resampling()))

  expect(disclose(effectSize({ pairs: TEN }, resampling()))).toEqual(once)
})

it('keeps the gain at most 1, the sign of the effect that of the gain, and the ends of intervals in order', () => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const gain = disclose(normalisedGain({ pairs }, resampling()))
      const effect = disclose(effectSize({ pairs }, resampling()))
      if (gain.status === 'hidden' || effect.status === 'hidden') return
      expect(gain.value.gain).toBeLessThanOrEqual(1)
      if (Math.abs(gain.value.gain) > 1e-9) expect(gain.value.gain * effect.value.hedgesGav).toBeGreaterThan(0)
      expect(gain.value.interval.low).toBeLessThanOrEqual(gain.value.interval.high)
      expect(effect.value.interval.low).toBeLessThanOrEqual(effect.value.interval.high)
    }),
    { numRuns: 40 },
  )
})
