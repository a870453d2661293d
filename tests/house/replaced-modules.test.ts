import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOMS = ['app', 'bench', 'components', 'demo', 'domain', 'i18n', 'scripts', 'server', 'tests', 'tools']
/** These outlast their test file: a replaced module, another working folder, a changed environment variable. */
const LASTS =
  /\bvi\.(mock|doMock)\(|\bprocess\.chdir\(|\bprocess\.env(\.\w+|\[[^\]]+\]) =[^=]|\bObject\.assign\(process\.env\b/

it('gives its own process to each test file that changes state for the next file', () => {
  const tests = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => path.join(room, name)),
  ).filter((file) => /\.test\.tsx?$/.test(file))
  const lasting = tests.filter((file) => LASTS.test(readFileSync(file, 'utf8')))

  expect(tests.length).toBeGreaterThan(300)
  expect(lasting.length).toBeGreaterThan(0)
  expect(lasting.filter((file) => !/\.alone\.test\.tsx?$/.test(file))).toEqual([])
})
