import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_PAIRS, type Run, runsOf } from './equal-runs'

const pairsIn = (runs: readonly Run[]) =>
  runs.map(({ equal, before, after }) => (equal ? 0 : before.length * after.length))

/** A bank of questions: every fourth line is the same in all of them. */
const bank = Array.from({ length: 480 }, (_, at) => [
  `- id: q-${at}`,
  '  kind: single',
  `  stem: question ${at}`,
  '',
]).flat()

describe('the runs of two texts', () => {
  it('leave only the changed lines to be compared, wherever they are in a long file', () => {
    const last = bank.length - 2
    const changed = bank.with(2, '  stem: the first question').with(last, '  stem: the last question')

    const runs = runsOf(bank, changed.toSpliced(700, 0, '- id: added'))

    expect(runs.filter(({ equal }) => !equal)).toEqual([
      { equal: false, before: ['  stem: question 0'], after: ['  stem: the first question'] },
      { equal: false, before: [], after: ['- id: added'] },
      { equal: false, before: ['  stem: question 479'], after: ['  stem: the last question'] },
    ])
  })

  it('keep a run in which everything was rewritten to a number of pairs that grows with its length', () => {
    const rewritten = bank.map((line, at) => `${line} rewritten ${at}`)

    const pairs = pairsIn(runsOf(bank, rewritten))

    expect(Math.max(...pairs)).toBeLessThanOrEqual(MOST_PAIRS)
    expect(pairs.reduce((sum, count) => sum + count, 0)).toBeLessThan(bank.length * 100)
  })

  it('take the larger part of what has changed places as equal', () => {
    const runs = runsOf(['moved', 'one', 'two', 'three'], ['one', 'two', 'three', 'moved'])

    expect(runs.filter(({ equal }) => !equal)).toEqual([
      { equal: false, before: ['moved'], after: [] },
      { equal: false, before: [], after: ['moved'] },
    ])
  })

  it('hold every paragraph of both texts, once and in order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = runsOf(before, after)
        expect(runs.flatMap((run) => run.before)).toEqual(before)
        expect(runs.flatMap((run) => run.after)).toEqual(after)
        for (const run of runs) if (run.equal) expect(run.before).toEqual(run.after)
      }),
    )
  })
})
