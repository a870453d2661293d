import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { daysToCome } from './days-to-come'

const FOLDERS = ['app', 'components', 'domain', 'i18n', 'library', 'scripts', 'server', 'tests', 'tools']
/** These have rules of their own, or plant such days. */
const OTHERS = /^tests\/(?:e2e|house)\//

/** The days to come that a test may write although it reads the clock, by file, each with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'tests/integration/attestation.test.ts': 'the job that deletes is given its time, and a paper is read at any time',
}

const TEST_FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
).filter((file) => /\.test\.tsx?$/.test(file) && !OTHERS.test(file))

it('lets a test that reads the clock write only days that have passed, or that never come', () => {
  const found = TEST_FILES.flatMap((file) => daysToCome(readFileSync(file, 'utf8')).map((day) => `${file}:${day}`))
  expect(found.filter((each) => !Object.keys(ALLOWED).some((file) => each.startsWith(file)))).toEqual([])
})

describe('a day to come is found', () => {
  it.each([
    ['beside the clock', "it('x', () => { new Date(); f('2027-01-05') })", ['1: 2027-01-05']],
    ['as a month', "it('x', () => { Date.now(); new Date(2027, 0, 5) })", ['1: 2027-01']],
    ['as an instant in UTC', "it.each([1])('x', () => { Date.now(); Date.UTC(2028, 11) })", ['1: 2028-12']],
    [
      'in a value that the test uses',
      "const NOW = new Date('2028-01-05')\nit('x', () => f(NOW, new Date()))",
      ['2: 2028-01-05'],
    ],
    [
      'in a function that a function uses',
      "const a = () => '2031-01'\nconst b = () => a()\ntest('x', () => b(Date.now()))",
      ['3: 2031-01'],
    ],
    ['beside a handler', "import { GET } from '@/app/x/route'\nit('x', () => GET('2027-01-05'))", ['2: 2027-01-05']],
    ['in a hook', "beforeEach(() => { new Date(); f('2027-01-05') })", ['1: 2027-01-05']],
  ])('%s', (_, text, found) => {
    expect(daysToCome(text)).toEqual(found)
  })

  it.each([
    ['without the clock', "it('x', () => f('2027-01-05'))"],
    ['with the clock of another test', "it('x', () => f('2027-01-05'))\nit('y', () => f(new Date()))"],
    ['that has passed', "it('x', () => f(new Date(), '2026-11-24'))"],
    ['that never comes', "it('x', () => f(new Date(), '2099-01-15'))"],
    [
      'in a value of another group',
      "describe('a', () => { const day = '2027-01-05' })\ndescribe('b', () => { it('x', () => f(day, new Date())) })",
    ],
    ['with a clock of its own', "vi.useFakeTimers()\nit('x', () => f(new Date(), '2027-01-05'))"],
    ['in a field of the same name', "const day = '2027-01-05'\nit('x', () => f(Date.now()).day)"],
  ])('but not one %s', (_, text) => {
    expect(daysToCome(text)).toEqual([])
  })
})
