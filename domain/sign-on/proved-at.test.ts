import { describe, expect, it } from 'vitest'
import { proofOf } from '../auth/roles-held'
import { provedAtProvider } from './proved-at'

const NOW = new Date('2026-11-28T10:00:00Z')
const seconds = (ago: number) => NOW.getTime() / 1000 - ago
const proved = (claims: Parameters<typeof provedAtProvider>[0], accepted = ['mfa']) =>
  provedAtProvider(claims, accepted, NOW)
const proof = (claims: Parameters<typeof provedAtProvider>[0]) =>
  proofOf({ enabled: true, provedAt: proved(claims) }, NOW)

describe('a second factor that was given to a provider', () => {
  it('counts from the time at which it was given', () => {
    expect(proved({ acr: 'mfa', auth_time: seconds(60) })).toEqual(new Date('2026-11-28T09:59:00Z'))
    expect(proof({ acr: 'mfa', auth_time: seconds(60) })).toBe('fresh')
    expect(proof({ acr: 'mfa', auth_time: seconds(7200) })).toBe('passed')
  })

  it('is never fresh without a time, and never has a time in the future', () => {
    expect(proof({ acr: 'mfa' })).toBe('passed')
    expect(proof({ acr: 'mfa', auth_time: '1' })).toBe('passed')
    expect(proved({ acr: 'mfa', auth_time: seconds(-3600) })).toEqual(NOW)
  })

  it('does not count in a context that the settings do not name', () => {
    for (const acr of ['pwd', '', undefined, null, ['mfa']]) expect(proved({ acr, auth_time: seconds(1) })).toBeNull()
    expect(proved({ acr: 'mfa', auth_time: seconds(1) }, [])).toBeNull()
  })
})
