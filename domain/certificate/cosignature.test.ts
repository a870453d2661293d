import { describe, expect, it } from 'vitest'
import { afterAct, COSIGNATURE_ACTS, COSIGNATURE_STATES, mayAsk } from './cosignature'

it('is offered, answered once, and ended by either side', () => {
  const table = Object.fromEntries(
    COSIGNATURE_STATES.map((state) => [state, COSIGNATURE_ACTS.map((act) => afterAct(state, act))]),
  )
  //               accept      decline     withdraw take-back
  expect(table).toEqual({
    offered: ['accepted', 'declined', null, 'ended'],
    accepted: [null, null, 'ended', 'ended'],
    declined: [null, null, null, null],
    ended: [null, null, null, null],
  })
})

describe('one more institution', () => {
  const asked = (institutionId: string, state: 'offered' | 'accepted' | 'declined' | 'ended') => ({
    institutionId,
    state,
  })
  it('is asked once, and again after it declined', () => {
    expect(mayAsk([], 'a')).toBe('yes')
    expect(mayAsk([asked('a', 'offered')], 'a')).toBe('already')
    expect(mayAsk([asked('a', 'accepted')], 'a')).toBe('already')
    expect(mayAsk([asked('a', 'declined'), asked('a', 'ended')], 'a')).toBe('yes')
  })
  it('is asked while fewer than two others are asked or have accepted', () => {
    expect(mayAsk([asked('a', 'accepted'), asked('b', 'declined')], 'c')).toBe('yes')
    expect(mayAsk([asked('a', 'accepted'), asked('b', 'offered')], 'c')).toBe('full')
  })
})
