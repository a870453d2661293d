import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const FOLDER = 'docs/decisions'
const index = readFileSync(path.join(FOLDER, 'README.md'), 'utf8')
const decisions = readdirSync(FOLDER)
  .filter((name) => /^\d{4}-/.test(name))
  .map((name) => ({ name, number: Number(name.slice(0, 4)), lines: linesOf(name) }))

function linesOf(name: string): string[] {
  return readFileSync(path.join(FOLDER, name), 'utf8').split('\n')
}

/** The state that a decision gives itself on its third line, in the words of the index. */
function stateOf({ lines: [, , third = ''] }: { lines: readonly string[] }): string {
  const [, state, by = ''] = /^(Superseded|Changed in part) by (.+)\.$/.exec(third) ?? []
  if (!state) return 'holds'
  return `${state.toLowerCase()} by ${by.replace(/\[decision (\d+)\]\([^)]*\)/g, '$1')}`
}

it('lists every decision in the index with its title and its state', () => {
  const rows = index.split('\n').filter((line) => /^\| \d/.test(line))
  const expected = decisions.map(({ name, number, lines }) => {
    const title = (lines[0] ?? '').replace(/^# \d+\. /, '')
    return `| ${number} | [${title}](${name}) | ${stateOf({ lines })} |`
  })

  expect(decisions.length).toBeGreaterThan(70)
  expect(rows).toEqual(expected)
})

it('says on the third line of a decision what its last lines say of being superseded', () => {
  const dead = decisions.filter(({ lines }) => lines.some((line) => /^Superseded by /.test(line)))
  const partly = decisions.filter(({ lines }) =>
    lines.some((line) => /^Accepted.*(superseded by|\bamended by|\bsupersedes what it says)/i.test(line)),
  )

  expect(dead.map(({ number }) => number)).toEqual([3, 6, 7, 18, 19])
  expect(dead.map(stateOf).filter((state) => !state.startsWith('superseded by'))).toEqual([])
  expect(partly.length).toBeGreaterThan(5)
  expect(partly.filter((decision) => stateOf(decision) === 'holds').map(({ name }) => name)).toEqual([])
})

it('names every number below the newest that no decision has', () => {
  const numbers = decisions.map(({ number }) => number)
  const free = Array.from({ length: Math.max(...numbers) }, (_, n) => n + 1).filter((n) => !numbers.includes(n))
  const named = /^Numbers ([\d, and]+) have no decision/m.exec(index)?.[1] ?? ''

  expect(named.match(/\d+/g)?.map(Number)).toEqual(free)
})
