import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchBody } from './body-clock'

const PACE = { graceMs: 30_000, bytesPerSecond: 1000 }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A body on a connection over which 5,000 bytes have come before. */
function arriving() {
  const request = { complete: false, destroyed: false, readableLength: 0, socket: { bytesRead: 5000 } }
  const tooSlow = vi.fn()
  const stop = watchBody(request, PACE, tooSlow)
  return { request, tooSlow, stop }
}

it('ends a body of which nothing comes after the grace', () => {
  const { tooSlow } = arriving()
  vi.advanceTimersByTime(29_999)
  expect(tooSlow).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(tooSlow).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(100_000)
  expect(tooSlow).toHaveBeenCalledTimes(1)
})

it('allows a second more for what has come in it, and no more', () => {
  const { request, tooSlow } = arriving()
  request.socket.bytesRead += 10_000
  vi.advanceTimersByTime(39_999)
  expect(tooSlow).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(tooSlow).toHaveBeenCalledTimes(1)
})

it('does not judge a sender whose data waits for the server', () => {
  const { request, tooSlow } = arriving()
  request.readableLength = 65_536
  vi.advanceTimersByTime(300_000)
  expect(tooSlow).not.toHaveBeenCalled()

  request.readableLength = 0
  vi.advanceTimersByTime(1000)
  expect(tooSlow).toHaveBeenCalledTimes(1)
})

it.each(['complete', 'destroyed'] as const)('ends no body that is %s', (state) => {
  const { request, tooSlow } = arriving()
  request[state] = true
  vi.advanceTimersByTime(300_000)

  expect(tooSlow).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

it('ends nothing once it is stopped', () => {
  const { tooSlow, stop } = arriving()
  stop()
  vi.advanceTimersByTime(300_000)

  expect(tooSlow).not.toHaveBeenCalled()
})
