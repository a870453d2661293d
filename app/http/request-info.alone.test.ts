import { expect, it, vi } from 'vitest'
import { thisVisit } from './request-info'

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-request-id': 'r1' }),
  cookies: async () => new Map(),
}))
vi.mock('next/server', () => ({ after: (work: () => Promise<void>) => work() }))

it('logs a failure after the answer in one line, with the request’s id and without the error’s message', async () => {
  const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
  for (const print of printed) print.mockImplementation(() => {})
  const error = Object.assign(new Error('email: f.alaoui@example.ma'), { name: 'PrismaClientValidationError' })

  const { later } = await thisVisit()
  await later(() => Promise.reject(error))

  const lines = printed.flatMap((print) => print.mock.calls.map(([line]) => line))
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0])).toMatchObject({ event: 'error', requestId: 'r1' })
  expect(lines[0]).not.toContain('alaoui')
})
