import { expect, it } from 'vitest'
import { mayAnswer, ORGANISER_ACTS, organiserState } from './organiser'

const AT = new Date('2026-11-28T10:00:00Z')

it.each([
  ['asked', null, null, ['accept', 'decline', 'take-back']],
  ['accepted', AT, null, ['withdraw', 'take-back']],
  ['declined', null, AT, []],
  ['withdrawn', AT, AT, []],
] as const)('an institution that is %s', (state, acceptedAt, withdrawnAt, acts) => {
  expect(organiserState({ acceptedAt, withdrawnAt })).toBe(state)
  expect(ORGANISER_ACTS.filter((act) => mayAnswer(state, act))).toEqual(acts)
})
