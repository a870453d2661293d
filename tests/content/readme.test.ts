import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shippedReport } from '../support/shipped-content'

const readme = readFileSync('README.md', 'utf8')

it('gives in the README the numbers of lessons and exam questions of the courses', () => {
  const rows = [...readme.matchAll(/^ *\| `([a-z-]+)` \|[^|]*\| (\d+) \| (\d+|none) \|/gm)]
  const told = rows.map(([, id, lessons, questions]) => [
    id,
    Number(lessons),
    questions === 'none' ? 0 : Number(questions),
  ])
  const held = shippedReport().courses.map(({ id, lessons, bank }) => [id, lessons.length, bank.questions])

  expect(told.toSorted()).toEqual(held.toSorted())
})

it('names every command of package.json in the README', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const { start: _start, test: _test, ...others } = scripts

  expect(Object.keys(others).filter((name) => !readme.includes(`npm run ${name}`))).toEqual([])
})
