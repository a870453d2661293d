import { describe, expect, it } from 'vitest'
import { deliveryState, nextAttempt, readWebhook, TRIED_HOURS } from './webhook'

const QUEUED = new Date('2026-11-25T10:00:00Z')
const HOUR_MS = 3_600_000

describe('the attempts of a delivery', () => {
  it('come after 1, 5, 30 minutes, 2 and 6 hours, then every 12 hours, and the last after three days', () => {
    const hours: number[] = []
    let now: Date | null = QUEUED
    for (let attempts = 1; now && attempts < 100; attempts += 1) {
      now = nextAttempt(attempts, QUEUED, now)
      if (now) hours.push((now.getTime() - QUEUED.getTime()) / HOUR_MS)
    }

    const minutes = hours.map((each) => Math.round(each * 60))
    expect(minutes).toEqual([1, 6, 36, 156, 516, 1236, 1956, 2676, 3396, 4116, 4320])
  })

  it('end once three days are over, even after few attempts', () => {
    const end = new Date(QUEUED.getTime() + TRIED_HOURS * HOUR_MS)
    expect(nextAttempt(1, QUEUED, end)).toBeNull()
    expect(nextAttempt(1, QUEUED, new Date(end.getTime() - 1))).toEqual(end)
  })
})

describe('the state of a delivery', () => {
  it('tells how it ended, or otherwise whether it is still being sent', () => {
    const open = { deliveredAt: null, failedAt: null }
    expect(deliveryState(open, false)).toBe('waiting')
    expect(deliveryState(open, true)).toBe('stopped')
    expect(deliveryState({ ...open, deliveredAt: QUEUED }, true)).toBe('delivered')
    expect(deliveryState({ ...open, failedAt: QUEUED }, true)).toBe('failed')
  })
})

describe('the form of a webhook', () => {
  const events = ['certificate.issued', 'member.completed']

  it('gives an address and the events that exist', () => {
    expect(readWebhook({ url: ' https://si.ecole.ma/hook ', events: [...events, 'exam.answered'] }, [])).toEqual({
      url: 'https://si.ecole.ma/hook',
      events,
    })
  })

  it.each([
    'http://si.ecole.ma/hook',
    'ftp://si.ecole.ma/hook',
    'si.ecole.ma/hook',
    'https://user:password@si.ecole.ma/hook',
    'https://si.ecole.ma/hook#part',
    `https://si.ecole.ma/${'a'.repeat(500)}`,
    '',
  ])('refuses the address %s', (url) => expect(readWebhook({ url, events }, [])).toEqual({ problem: 'url' }))

  it('accepts http at a host within the network that the settings name', () => {
    const url = 'http://si.ecole.ma:8080/hook'
    expect(readWebhook({ url, events }, ['si.ecole.ma:8080'])).toEqual({ url, events })
  })

  it('asks for an event', () =>
    expect(readWebhook({ url: 'https://si.ecole.ma/', events: ['test'] }, [])).toEqual({ problem: 'events' }))
})
