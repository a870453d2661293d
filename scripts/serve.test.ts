import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it.each([
  ['port', { PORT: '', HOST: '127.0.0.1' }],
  ['host', { PORT: '0', HOST: '' }],
])('does not start without the %s that it is to be handed', (_, settings) => {
  const env = { ...process.env, ...settings, NODE_ENV: 'production' as const }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/serve.mjs'], {
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })

  expect(status).toBe(1)
  expect(stderr).toContain('PORT and HOST are handed over')
})
