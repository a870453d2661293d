import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lawDateOf, updateScore, updateSpan } from './law-update'

const day = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const updates = fc.array(day.map((lawDate) => ({ lawDate })))

describe('the law of a certificate', () => {
  it('is that of its last update, whatever their order, and never earlier than at issue', () => {
    fc.assert(
      fc.property(updates, day, (brought, issuedOf) => {
        const law = lawDateOf(brought, issuedOf)
        expect(law >= issuedOf).toBe(true)
        expect(brought.every(({ lawDate }) => lawDate <= law)).toBe(true)
        expect(lawDateOf(brought.toReversed(), issuedOf)).toBe(law)
      }),
    )
  })

  it('only moves forward, and only while the certificate is in force', () => {
    fc.assert(
      fc.property(updates, day, day, (brought, issuedOf, now) => {
        const span = updateSpan({ status: 'valid', updates: brought }, { issuedOf, now })
        const law = lawDateOf(brought, issuedOf)
        expect(span).toEqual(law < now ? { since: law, lawDate: now } : null)
        for (const status of ['revoked', 'superseded'] as const) {
          expect(updateSpan({ status, updates: brought }, { issuedOf, now })).toBeNull()
        }
      }),
    )
  })

  it('is up to date after an update, so that the same law is not offered twice', () => {
    fc.assert(
      fc.property(updates, day, day, (brought, issuedOf, now) => {
        const done = [...brought, { lawDate: now }]
        expect(updateSpan({ status: 'valid', updates: done }, { issuedOf, now })).toBeNull()
      }),
    )
  })
})

describe('the answers', () => {
  it.each([
    ['none at all is asked', [], { right: 0, total: 0, done: false }],
    ['none is given', [null, null], { right: 0, total: 2, done: false }],
    ['one is half right', [1, 0.5], { right: 1, total: 2, done: false }],
    ['one is missing', [1, null], { right: 1, total: 2, done: false }],
    ['all are right', [1, 1], { right: 2, total: 2, done: true }],
  ])('where %s', (_, points, score) => {
    expect(updateScore(points)).toEqual(score)
  })
})
