import { expect, it, vi } from 'vitest'
import { logStray, shownPath } from './log-request.mjs'

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
  ['/fr/f.alaoui@justice.gov.ma', '/fr/:e-mail'],
  ['/fr/courses/f.alaoui%40justice.gov.ma/x', '/fr/courses/:e-mail/x'],
])('shows %s as %s', (url, shown) => {
  expect(shownPath(url)).toBe(shown)
})

it('says of a bug outside of every request where it happened, not what its message quotes', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  logStray(Object.assign(new Error('email:\n f.alaoui@example.ma'), { code: 'P2002' }))
  logStray('f.alaoui@example.ma')
  const lines = write.mock.calls.map(([line]) => String(line))
  write.mockRestore()

  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'error', name: 'Error', code: 'P2002', stack: expect.stringContaining('log-request.test') },
    { event: 'error' },
  ])
  expect(lines.join('')).not.toContain('alaoui')
})
