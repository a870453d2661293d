import { afterEach, expect, it, vi } from 'vitest'
import { sinceStart } from './step'

afterEach(() => vi.unstubAllEnvs())

it('counts the time before this process began, in which packages are installed', () => {
  const installed = 90_000
  vi.stubEnv('STARTED_AT', String(performance.timeOrigin - installed))

  expect(Number.parseFloat(sinceStart())).toBeGreaterThanOrEqual(installed / 1000)
})

it('counts from the beginning of this process when nothing came before', () => {
  vi.stubEnv('STARTED_AT', undefined)

  expect(Number.parseFloat(sinceStart())).toBeLessThanOrEqual(performance.now() / 1000 + 0.1)
})
