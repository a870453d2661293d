import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { plantHouse } from './plant-house'

const PLUGIN = 'domain-is-timeless.grit'

/** The lines of `file` that Biome refuses, with this project's settings. */
function refusedLines(file: string, text: string): number[] {
  const settings = { ...JSON.parse(readFileSync('biome.json', 'utf8')), vcs: { enabled: false } }
  const house = plantHouse({
    'biome.json': JSON.stringify(settings),
    [PLUGIN]: readFileSync(PLUGIN, 'utf8'),
    [file]: text,
  })
  try {
    const biome = path.resolve('node_modules/@biomejs/biome/bin/biome')
    const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', file], { cwd: house, encoding: 'utf8' })
    const places = `${stdout}${stderr}`.matchAll(new RegExp(`^${file}:(\\d+):\\d+ plugin`, 'gm'))
    return [...places].map(([, line]) => Number(line))
  } finally {
    rmSync(house, { recursive: true })
  }
}

const CLOCKS = [
  'export const a = Date.now()',
  'export const b = new Date()',
  'export const c = Math.random()',
  'export const d = performance.now()',
  'export const e = crypto.randomUUID()',
]
const GIVEN = "export const f = new Date(0)\nexport const g = new Date('2026-01-01T00:00:00Z')\n"

it('refuses the clock and randomness in the domain', () => {
  expect(refusedLines('domain/exam/clock.ts', CLOCKS.join('\n'))).toEqual([1, 2, 3, 4, 5])
})

it('lets the domain make a date from what it is given', () => {
  expect(refusedLines('domain/exam/date.ts', GIVEN)).toEqual([])
})

it('lets the server read the clock', () => {
  expect(refusedLines('server/exam/clock.ts', CLOCKS.join('\n'))).toEqual([])
})
