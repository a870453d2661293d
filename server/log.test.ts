import { expect, it, vi } from 'vitest'
import { logBug, logLine, logsBug } from './log'

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

/** The line that the log has about a bug. */
function lineOf(error: unknown) {
  const console = vi.spyOn(globalThis.console, 'log').mockImplementation(() => {})
  logBug(error, { requestId: 'r1' })
  const [line] = console.mock.calls[0] ?? []
  console.mockRestore()
  return line
}

it('says of a bug what it is and where it happened', () => {
  const line = JSON.parse(lineOf(new TypeError('x is not a function')))

  expect(line).toMatchObject({ event: 'error', requestId: 'r1', name: 'TypeError', message: 'x is not a function' })
  expect(line.stack).toMatch(/^at .*log\.test\.ts/)
})

it.each(['PrismaClientValidationError', 'DriverAdapterError', 'SyntaxError'])(
  'keeps the message of a %s, which quotes values, out of the line and its stack',
  (name) => {
    const error = Object.assign(new Error('create()\n  nameLatin: "Fatima"'), { name, code: 'P2002' })
    error.stack = `${name}: ${error.message}\n    at store (accounts.ts:1:1)`

    expect(JSON.parse(lineOf(error))).toMatchObject({ name, code: 'P2002', stack: 'at store (accounts.ts:1:1)' })
    expect(lineOf(error)).not.toContain('Fatima')
  },
)

it('makes a line of what was thrown and is no error', () => {
  expect(JSON.parse(lineOf('no'))).toMatchObject({ event: 'error', message: 'no' })
})

it('says of some work whether it logged a bug, also of two at once', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  let goOn = () => {}
  const both = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const broken = logsBug(async () => {
    await both
    await Promise.reject(new Error('a part')).catch((error) => logBug(error))
  })
  const whole = logsBug(async () => {
    goOn()
    await broken
  })

  expect(await Promise.all([broken, whole])).toEqual([true, false])
  vi.restoreAllMocks()
})
