import { describe, expect, it } from 'vitest'
import { CHOICE_ACTS, type ChoiceAct, type Choosable, leftOut, manyActsFor } from './many-acts'
import { MEMBER_STATUSES } from './membership'
import { REMINDER_REASONS } from './reminding'

const NOW = new Date('2026-11-27T10:00:00Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
const PERSON: Choosable = { status: 'active', own: false, invitedAt: null, letter: null, followed: null }
const why = (act: ChoiceAct, person: Partial<Choosable>) =>
  leftOut(act, { ...PERSON, ...person }, REMINDER_REASONS, NOW)
const follow = (one: Partial<NonNullable<Choosable['followed']>>) => ({
  followed: { situation: 'late', reachable: true, remindedAt: null, ...one } as const,
})

describe('an act on many', () => {
  it.each([
    ['again', ['invited']],
    ['remind', ['active']],
    ['write', ['active']],
    ['admit', ['asked']],
    ['transfer', ['invited', 'waiting', 'active']],
    ['withdraw', ['invited', 'waiting', 'active']],
  ] as const)('%s leaves out all but: %j', (act, about) => {
    const taken = MEMBER_STATUSES.filter((status) => why(act, { ...follow({}), status }) === null)

    expect(taken).toEqual(about)
  })

  it('sends no second invitation within a day, and none to an address that failed', () => {
    expect(why('again', { status: 'invited', invitedAt: hoursAgo(23) })).toBe('recent')
    expect(why('again', { status: 'invited', invitedAt: hoursAgo(24) })).toBeNull()
    expect(why('again', { status: 'invited', invitedAt: hoursAgo(500), letter: 'failed' })).toBe('failed')
  })

  it('reminds nobody without a reason, within seven days of a reminder, or without a working address', () => {
    expect(why('remind', follow({}))).toBeNull()
    expect(why('remind', follow({ situation: 'on-track' }))).toBe('nothing')
    expect(why('remind', {})).toBe('nothing')
    expect(why('remind', follow({ remindedAt: hoursAgo(6 * 24) }))).toBe('resting')
    expect(why('remind', follow({ remindedAt: hoursAgo(7 * 24) }))).toBeNull()
    expect(why('remind', follow({ reachable: false }))).toBe('unreachable')
    expect(leftOut('remind', { ...PERSON, ...follow({}) }, [], NOW)).toBe('nothing')
  })

  it('lets nobody accept her own request', () => {
    expect(why('admit', { status: 'asked', own: true })).toBe('own')
  })
})

describe('the acts beside a list', () => {
  const ALL = { enrol: true, remind: true, decide: true, write: true }
  const everybody = { status: null, situation: null }

  it('depend on the status or situation that it shows', () => {
    const offered = (status: (typeof MEMBER_STATUSES)[number]) =>
      manyActsFor({ status, situation: null }, 'running', ALL)

    expect(offered('invited')).toEqual(['again', 'transfer', 'withdraw'])
    expect(offered('asked')).toEqual(['admit'])
    expect(offered('withdrawn')).toEqual([])
    expect(manyActsFor({ status: null, situation: 'late' }, 'running', ALL)).toEqual([
      'remind',
      'write',
      'transfer',
      'withdraw',
    ])
    expect(manyActsFor({ status: null, situation: 'certified' }, 'running', ALL)).toEqual([
      'write',
      'transfer',
      'withdraw',
    ])
  })

  it('are only those that the reader may do', () => {
    const tutor = { enrol: false, remind: true, decide: true, write: true }

    expect(manyActsFor(everybody, 'running', tutor)).toEqual(['remind', 'write', 'admit'])
    expect(manyActsFor(everybody, 'running', ALL)).toEqual(CHOICE_ACTS)
  })

  it('write to nobody once the cohort is over, and are none in an archived cohort', () => {
    expect(manyActsFor(everybody, 'over', ALL)).toEqual(['transfer', 'withdraw'])
    expect(manyActsFor(everybody, 'archived', ALL)).toEqual([])
  })
})
