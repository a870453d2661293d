import { expect, it, vi } from 'vitest'
import { logNotice, logRequest, logStray, shownPath } from './request-log'

it.each([
  ['/fr/courses/fundamentals/exam/3', '/fr/courses/fundamentals/exam/3'],
  ['/fr/confirm?token=secret', '/fr/confirm'],
  ['/ar/verify/7F3K-9MPQ-2WXY-N?key=secret', '/ar/verify/:number'],
  ['/ar/verify/7F3K%209MPQ%202WXY%20N', '/ar/verify/:number'],
  ['/ar/verify/7F3K-9MPO-01XY-N', '/ar/verify/:number'],
  ['/verify/7F3K9MPQ2WXYN', '/verify/:number'],
  ['/ar/7F3K9MPQ2WXYN', '/ar/:number'],
  ['/api/certificates/7F3K9MPQ2WXYN/pdf', '/api/certificates/:number/pdf'],
  ['/api/credentials/7F3K9MPQ2WXYN', '/api/credentials/:number'],
  ['/api/credentials/status/0', '/api/credentials/status/0'],
  ['/api/calendar/2345-secret_Q.ics', '/api/calendar/:token'],
  ['/fr/s/AbC-_123', '/fr/s/:token'],
  ['/s/AbC-_123', '/s/:token'],
  ['/fr/f.alaoui@justice.gov.ma', '/fr/:e-mail'],
  ['/fr/courses/f.alaoui%40justice.gov.ma/x', '/fr/courses/:e-mail/x'],
])('shows %s as %s', (url, shown) => {
  expect(shownPath(url)).toBe(shown)
})

/** The lines that `work` writes. */
function linesOf(work: () => void): string[] {
  const write = vi.spyOn(console, 'log').mockReturnValue()
  work()
  const lines = write.mock.calls.map(([line]) => String(line))
  write.mockRestore()
  return lines
}

it.each(['/fr', '/_next/static/chunks/a.js', '/fonts/notosans-ar.woff2', '/assets/site.css'])('logs %s', (url) => {
  const [line = ''] = linesOf(() => logRequest({ requestId: 'r1', method: 'GET', url, status: 200, ms: 1.4 }))

  expect(JSON.parse(line)).toMatchObject({ event: 'request', requestId: 'r1', path: url, status: 200, ms: 1 })
})

it('logs where a library printed something, but none of its words', () => {
  const lines = linesOf(() => {
    logNotice('warn', ['%s received', 'f.alaoui@example.ma'])
    logNotice('error', ['⨯', new TypeError('Received "f.alaoui@example.ma"\n    at f.alaoui')])
  })

  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'notice', level: 'warn', stack: expect.stringContaining('request-log.test') },
    { event: 'notice', level: 'error', name: 'TypeError', stack: expect.stringContaining('request-log.test') },
  ])
  expect(lines.join('')).not.toContain('alaoui')
})

it('logs where a bug outside every request happened, but not its message', () => {
  const lines = linesOf(() => {
    logStray(Object.assign(new Error('email:\n f.alaoui@example.ma'), { code: 'P2002' }))
    logStray('f.alaoui@example.ma')
  })

  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'error', name: 'Error', code: 'P2002', stack: expect.stringContaining('request-log.test') },
    { event: 'error' },
  ])
  expect(lines.join('')).not.toContain('alaoui')
})
