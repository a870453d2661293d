import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { settingsSchema } from '@/server/settings-schema'
import { testSettings } from '../support/settings'

it('sets every setting, so that none of the developer’s reaches a test', () => {
  expect(Object.keys(testSettings('')).toSorted()).toEqual(Object.keys(settingsSchema.shape).toSorted())
})

it('never sees the developer’s database', () => {
  const tell = 'process.on("exit", () => console.log("at", JSON.stringify(process.env.DATABASE_URL)))'
  const loaders = [
    '--conditions=react-server',
    '--import',
    'tsx',
    '--import',
    `data:text/javascript,${encodeURIComponent(tell)}`,
  ]
  const env = { ...process.env, DATABASE_URL: 'postgresql://her@db.example/hers', NODE_OPTIONS: '' }

  const { stdout } = spawnSync(process.execPath, [...loaders, 'tests/run/run-tests.ts', 'no-stage'], {
    env,
    encoding: 'utf8',
  })

  expect(stdout).toContain('0 passed, 1 failed')
  expect(stdout).toContain('at ""')
})
