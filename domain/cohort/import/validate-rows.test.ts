import { expect, it } from 'vitest'
import { readRows, validateRows } from './validate-rows'

const row = (line: number, ...cells: string[]) => ({ line, cells })
const none = { accounts: new Set<string>(), members: new Map<string, string>() }
const columns = { email: 0, nameLatin: 1 }
const verdicts = (rows: ReturnType<typeof row>[], known = none) =>
  validateRows(readRows(rows, columns), known).map(({ line, verdict, problem }) => [line, verdict, problem])

it('tells new people, people with an account and members apart', () => {
  const known = {
    accounts: new Set(['b@example.ma', 'c@example.ma']),
    members: new Map([
      ['c@example.ma', 'invited'],
      ['d@example.ma', 'withdrawn'],
    ]),
  }
  const rows = ['a', 'b', 'c', 'd'].map((name, place) => row(place + 2, `${name}@example.ma`))

  expect(verdicts(rows, known)).toEqual([
    [2, 'new', null],
    [3, 'existing', null],
    [4, 'already-in', null],
    [5, 'new', null],
  ])
})

it('judges each row by itself, and keeps the line that a person finds in the file', () => {
  const rows = [row(2, 'a@example.ma', 'Amina'), row(3, 'nobody', ''), row(5, '', ''), row(6, 'b@example.ma', 'أمينة')]

  expect(verdicts(rows)).toEqual([
    [2, 'new', null],
    [3, 'wrong', 'email'],
    [6, 'wrong', 'name-latin'],
  ])
})

it('takes an e-mail once, whatever its case', () => {
  expect(verdicts([row(2, 'A@example.ma'), row(3, 'a@EXAMPLE.ma')])).toEqual([
    [2, 'new', null],
    [3, 'wrong', 'twice'],
  ])
})
