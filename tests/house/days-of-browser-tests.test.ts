import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

// They run at the time of the machine, so a written day must have passed for good, or must never come.
const READ = /^tests\/(e2e|support\/(access|e2e))\/.*\.tsx?$|^app\/.*\/access\.ts$/
const PASSED_BEFORE = '2026-07-01'
const NEVER_BEFORE = '2090-01-01'

const DAY = /\b20\d\d-\d\d(?:-\d\d)?\b|\bnew Date\(20\d\d/

function daysToCome(text: string): string[] {
  return text
    .split('\n')
    .map((line) => DAY.exec(line)?.[0].replace('new Date(', ''))
    .filter((day) => day !== undefined)
    .filter((day) => day >= PASSED_BEFORE && day < NEVER_BEFORE)
}

it('lets browser tests write only days that the clock has passed, or never reaches', () => {
  const files = ['tests', 'app']
    .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => path.join(room, name)))
    .filter((file) => READ.test(file))
  const written = files.flatMap((file) => daysToCome(readFileSync(file, 'utf8')).map((day) => `${file}: ${day}`))

  expect(files.length).toBeGreaterThan(350)
  expect(written).toEqual([])
})

it('finds such a day', () => {
  const planted = ["fill('2026-01-05')", "fill('2027-01-04')", 'new Date(2031, 0, 1)', "'2099-01-15'", "'2028-02'"]

  expect(daysToCome(planted.join('\n'))).toEqual(['2027-01-04', '2031', '2028-02'])
})
