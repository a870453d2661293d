import { describe, expect, it } from 'vitest'
import { debriefOf } from './debrief'
import { begin, decide, offered, type Play, replay } from './play'
import { sampleSimulation } from './sample-simulation'
import { seatsOf, simulationSchema } from './simulation'
import { momentOf } from './state'

const sample = sampleSimulation()

function decided(play: Play, choice: string): Play {
  const after = decide(sample, play, choice)
  if (typeof after === 'string') throw new Error(after)
  return after
}

describe('the schema', () => {
  it('accepts the sample, and lists its roles in their order', () => {
    expect(simulationSchema.parse(sample)).toEqual(sample)
    expect(seatsOf(sample)).toEqual(['prosecutor', 'juvenile-judge'])
  })

  it('refuses a choice without a citation, or with both minutes and a moment, or neither', () => {
    const [first, ...others] = sample.nodes
    if (!first) throw new Error('no node')
    const withChoice = (change: object) =>
      simulationSchema.safeParse({
        ...sample,
        nodes: [{ ...first, choices: [{ ...first.choices[0], ...change }, first.choices[1]] }, ...others],
      }).success
    expect(withChoice({})).toBe(true)
    expect(withChoice({ cites: [] })).toBe(false)
    expect(withChoice({ consequence: undefined })).toBe(false)
    expect(withChoice({ effects: { minutes: 5, until: '2026-02-05T08:00' } })).toBe(false)
    expect(withChoice({ effects: { safety: 1 } })).toBe(false)
    expect(withChoice({ when: {} })).toBe(false)
  })
})

describe('a play', () => {
  it('begins at the first node, with only the documents that are there from the start', () => {
    expect(begin(sample)).toMatchObject({ node: 'call', ending: null, opened: [{ document: 'note', minutes: 0 }] })
  })

  it('opens the consequence of a choice, then what arrives on the way, at the minute of the story', () => {
    expect(decided(begin(sample), 'go').opened).toEqual([
      { document: 'note', minutes: 0 },
      { document: 'after-go', minutes: 5 },
      { document: 'photograph', minutes: 5 },
    ])
    expect(decided(begin(sample), 'wait').opened.map(({ document }) => document)).toEqual(['note', 'after-wait'])
  })

  it('offers a choice only while its condition holds', () => {
    const ids = (play: Play) => offered(sample, play).map(({ id }) => id)
    expect(ids(decided(begin(sample), 'go'))).toEqual(['protect', 'leave', 'hurry'])
    expect(ids(decided(begin(sample), 'wait'))).toEqual(['protect', 'leave'])
    expect(decide(sample, decided(begin(sample), 'wait'), 'hurry')).toBe('not-offered')
  })

  it('takes the first route whose condition holds after the choice', () => {
    expect(replay(sample, ['go', 'protect']).ending).toBe('safe')
    expect(replay(sample, ['wait', 'protect']).ending).toBe('unsafe')
  })

  it('keeps every level between 0 and 5, and drops a mark that is cleared', () => {
    const { state } = replay(sample, ['go', 'leave'])
    expect(state).toEqual({ minutes: 490, levels: { safety: 0, evidence: 4, defence: 5 }, marks: [] })
    expect(momentOf(sample.start.at, state.minutes)).toBe('2026-02-05T08:00')
  })

  it('never turns the clock back', () => {
    const late = sampleSimulation()
    const play = replay(late, ['wait'])
    const after = decide(late, { ...play, state: { ...play.state, minutes: 900 } }, 'leave')
    expect(typeof after === 'string' ? after : after.state.minutes).toBe(900)
  })

  it('refuses an unknown choice, the choice of another node, and any choice after the end', () => {
    expect(decide(sample, begin(sample), 'nothing')).toBe('not-offered')
    expect(decide(sample, begin(sample), 'protect')).toBe('not-offered')
    expect(decide(sample, replay(sample, ['go', 'hurry']), 'go')).toBe('ended')
    expect(() => replay(sample, ['go', 'go'])).toThrow('step 2')
  })
})

describe('the debrief', () => {
  it('is not there before the end', () => {
    expect(debriefOf(sample, replay(sample, ['go']))).toBeNull()
  })

  it('compares each step with the authors’ choice, and lists the other choices', () => {
    const debrief = debriefOf(sample, replay(sample, ['wait', 'protect']))
    expect(debrief).toMatchObject({ ending: 'unsafe', same: 1, missed: [] })
    expect(
      debrief?.steps.map(({ taken, reference, others }) => [taken.id, reference?.id, others.map(({ id }) => id)]),
    ).toEqual([
      ['wait', 'go', ['go']],
      ['protect', 'protect', ['leave']],
    ])
    expect(debrief?.referenceState.levels).toEqual({ safety: 4, evidence: 4, defence: 5 })
  })

  it('names the points of the reference path to which she did not come', () => {
    const short = sampleSimulation()
    const [call, ...rest] = short.nodes
    if (!call) throw new Error('no node')
    const cut = {
      ...short,
      nodes: [{ ...call, choices: call.choices.map((c) => (c.id === 'wait' ? { ...c, next: 'unsafe' } : c)) }, ...rest],
    }
    expect(debriefOf(cut, replay(cut, ['wait']))?.missed.map(({ node, choice }) => [node, choice.id])).toEqual([
      ['door', 'protect'],
    ])
  })
})
