import { expect, it } from 'vitest'
import { logLine } from './log'

const NOW = new Date('2026-01-01T12:00:00Z')

it('writes one line of JSON, also for a text of several lines', () => {
  const line = logLine('failed', { requestId: 'r1', error: 'one\ntwo', status: 500 }, NOW)

  expect(line).not.toContain('\n')
  expect(JSON.parse(line)).toEqual({
    time: '2026-01-01T12:00:00.000Z',
    event: 'failed',
    requestId: 'r1',
    error: 'one\ntwo',
    status: 500,
  })
})

it.each([
  ['an e-mail address', 'no account judge@court.example here', 'judge'],
  ['an address of a visitor', 'refused 196.200.1.9', '196.200'],
  ['an IPv6 address', 'refused 2001:db8:0:0:1:0:0:1', '2001:db8'],
  ['a password in an address', 'cannot reach postgresql://site:s3cret@db/x', 's3cret'],
])('leaves out %s', (_what, text, secret) => {
  expect(logLine('failed', { error: text }, NOW)).not.toContain(secret)
})
