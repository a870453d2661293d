import { spawnSync } from 'node:child_process'
import { beforeAll, expect, it } from 'vitest'
import { buildPrograms } from '@/scripts/build-programs'
import { SERVER } from '@/scripts/start/server-process'

beforeAll(buildPrograms)

it.each([
  ['port', { PORT: '', HOST: '127.0.0.1' }],
  ['host', { PORT: '0', HOST: '' }],
])('does not start without a %s', (_, settings) => {
  const env = { ...process.env, ...settings, NODE_ENV: 'production' as const }
  const { status, stderr } = spawnSync(process.execPath, [SERVER.program], { env, encoding: 'utf8', timeout: 60_000 })

  expect(status).toBe(1)
  expect(stderr).toContain('PORT and HOST are handed over')
})
